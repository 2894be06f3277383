import { useId, useMemo, type KeyboardEvent } from 'react';
import type { MapLabel } from '../../lib/map-labels.ts';
import { circleRadius, layOutLabels, layOutMap, type MapPlace } from '../../lib/map-layout.ts';
import type { SearchPlace } from '../../lib/search-near.ts';
import { TEXTS } from './texts.ts';

interface Props {
  id: string;
  places: readonly SearchPlace[];
  /** Hits of each place, by slug. */
  counts: Readonly<Record<string, number>>;
  chosen: readonly string[];
  /** On phones; wide screens always have room for it. */
  isOpen: boolean;
  /** Id of the list, for those who want to pass the map. */
  listId: string;
  onToggle: (slug: string) => void;
}

/** The results by place: what the list says, as a picture. A place narrows the list. */
export function ResultMap({ id, places, counts, chosen, isOpen, listId, onToggle }: Props) {
  const titleId = useId();
  const layout = useMemo(() => layOutMap(places), [places]);
  const numbers = places.map(({ slug }) => counts[slug] ?? 0);
  const most = Math.max(...numbers);
  const radii = numbers.map((count) => (count === 0 ? 0 : circleRadius(count, most)));
  const isChosen = places.map(({ slug }) => chosen.includes(slug));
  const rankOf = (index: number) => (isChosen[index] ? Infinity : (numbers[index] ?? 0));
  const shown = [...numbers.keys()].filter((index) => rankOf(index) > 0);
  const order = shown.toSorted((a, b) => (rankOf(a) < rankOf(b) ? 1 : -1));
  const names = places.map(({ name }) => name);
  const labels = layOutLabels(layout, names, radii, order);

  return (
    <section
      id={id}
      className={isOpen ? 'search-map is-open' : 'search-map'}
      aria-labelledby={titleId}
    >
      <h3 id={titleId}>{TEXTS.map}</h3>
      <p className="search-map-hint">{TEXTS.mapHint}</p>
      <a className="search-map-skip" href={`#${listId}`}>
        {TEXTS.mapSkip}
      </a>
      <svg viewBox={`0 0 ${layout.width} ${layout.height}`} role="group" aria-labelledby={titleId}>
        <g aria-hidden="true">
          {layout.places.map(({ cell }, index) => (
            <polygon
              key={names[index]}
              className={numbers[index] === 0 ? 'map-cell' : 'map-cell has-hits'}
              points={cell.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
            />
          ))}
        </g>
        {shown.map((index) => {
          const [municipality, place, label] = [places[index], layout.places[index], labels[index]];
          if (municipality === undefined || place === undefined || label === undefined) return null;
          return (
            <MapButton
              key={municipality.slug}
              name={municipality.name}
              count={numbers[index] ?? 0}
              isChosen={isChosen[index] ?? false}
              place={place}
              label={label}
              radius={Math.max(radii[index] ?? 0, circleRadius(0, 1))}
              onChoose={() => {
                onToggle(municipality.slug);
              }}
            />
          );
        })}
      </svg>
    </section>
  );
}

interface ButtonProps {
  name: string;
  count: number;
  isChosen: boolean;
  place: MapPlace;
  label: MapLabel;
  radius: number;
  onChoose: () => void;
}

function MapButton({ name, count, isChosen, place, label, radius, onChoose }: ButtonProps) {
  const { x, y, cell } = place;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onChoose();
  };
  return (
    <>
      <g
        className={isChosen ? 'map-place is-chosen' : 'map-place'}
        role="button"
        tabIndex={0}
        aria-pressed={isChosen}
        aria-label={TEXTS.mapPlace(name, count)}
        onClick={onChoose}
        onKeyDown={onKeyDown}
      >
        <polygon
          className="map-target"
          points={cell.map((corner) => `${corner.x.toFixed(1)},${corner.y.toFixed(1)}`).join(' ')}
        />
        <circle cx={x} cy={y} r={radius} />
        <text
          aria-hidden="true"
          className="map-count"
          x={x}
          y={y}
          textAnchor="middle"
          dominantBaseline="central"
        >
          {count}
        </text>
      </g>
      <text
        aria-hidden="true"
        className={label.isCrowded ? 'map-label is-crowded' : 'map-label'}
        x={label.x}
        y={label.y}
        textAnchor={label.anchor}
        dominantBaseline="central"
      >
        {label.text}
      </text>
    </>
  );
}

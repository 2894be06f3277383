import { SEARCH_PARAMS, type FacetDefinition } from '../../lib/search-params.ts';
import { TEXTS } from './texts.ts';

interface Props {
  facet: FacetDefinition;
  chosen: string | undefined;
  /** Hits of each kind; null before the first search. */
  counts: Readonly<Record<string, number>> | null;
  onChoose: (value: string | null) => void;
}

/** Offers, requests, organisations or stories: the one choice that nearly everybody makes. */
export function KindChoice({ facet, chosen, counts, onChoose }: Props) {
  const name = SEARCH_PARAMS[facet.name];
  return (
    <fieldset className="search-kinds chips">
      <legend className="visually-hidden">{TEXTS.kindLegend}</legend>
      <label className="search-kind">
        <input
          type="radio"
          name={name}
          value=""
          checked={chosen === undefined}
          onChange={() => {
            onChoose(null);
          }}
        />
        <span className="chip">{TEXTS.kindAll}</span>
      </label>
      {facet.options.map(({ value, slug, label, count }) => (
        <label key={value} className="search-kind">
          <input
            type="radio"
            name={name}
            value={slug}
            checked={chosen === value}
            onChange={() => {
              onChoose(value);
            }}
          />
          <span className="chip">
            {label} <span className="number">{counts ? (counts[value] ?? 0) : count}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

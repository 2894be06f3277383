import { useEffect, useRef } from 'react';
import { toggleFilter, type FacetName, type SearchState } from '../../lib/search-params.ts';
import type { SearchSetup } from '../../lib/search-setup.ts';
import { AvailabilityGroup } from './AvailabilityGroup.tsx';
import { FacetChoice } from './FacetChoice.tsx';
import { FacetGroup } from './FacetGroup.tsx';
import { NearGroup } from './NearGroup.tsx';
import type { SearchAnswer } from './provider.ts';
import { TEXTS } from './texts.ts';

interface Props {
  id: string;
  setup: SearchSetup;
  state: SearchState;
  answer: SearchAnswer;
  /** On phones; wide screens always have room for it. */
  isOpen: boolean;
  /** The visitor is done with it. */
  onClose: () => void;
  /** The visitor went on to something else. */
  onLeave: () => void;
  onChange: (state: SearchState) => void;
}

/** Facets whose values are visible without opening them. */
const OPEN_FACETS = new Set(['region', 'category', 'mode']);

/** Beside the results on wide screens; on phones a sheet at the lower edge, below the first results. */
export function FilterPanel({
  id,
  setup,
  state,
  answer,
  isOpen,
  onClose,
  onLeave,
  onChange,
}: Props) {
  const title = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (isOpen) title.current?.focus();
  }, [isOpen]);

  const group = (name: FacetName) => {
    const facet = setup.facets.find((one) => one.name === name);
    if (facet === undefined) return null;
    const chosen = state.filters[name];
    const counts = answer.facets[name];
    const onToggle = (value: string) => {
      onChange(toggleFilter(state, facet, value));
    };
    const [only] = facet.options;
    if (name === 'price' && only !== undefined) {
      const isChosen = chosen.includes(only.value);
      const count = counts[only.value] ?? 0;
      if (count === 0 && !isChosen) return null;
      return (
        <div className="filter filter-options">
          <FacetChoice
            name={name}
            option={only}
            isChosen={isChosen}
            count={count}
            onToggle={onToggle}
          />
        </div>
      );
    }
    const isFirstOpen = OPEN_FACETS.has(name);
    return (
      <FacetGroup
        facet={facet}
        chosen={chosen}
        counts={counts}
        isOpen={isFirstOpen}
        onToggle={onToggle}
      />
    );
  };

  return (
    <div
      id={id}
      className={isOpen ? 'search-filters filters is-open' : 'search-filters filters'}
      onBlur={({ currentTarget, relatedTarget }) => {
        // What has the focus must not lie below the sheet.
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) onLeave();
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape' && isOpen) onClose();
      }}
    >
      <h3 ref={title} tabIndex={-1} className="filters-title">
        {TEXTS.filters}
      </h3>
      {group('region')}
      {group('category')}
      {group('mode')}
      {group('price')}
      {setup.places.length > 0 && (
        <NearGroup setup={setup} state={state} counts={answer.withinKm} onChange={onChange} />
      )}
      {group('place')}
      <AvailabilityGroup state={state} onChange={onChange} />
      {group('audience')}
      {group('organisationType')}
      {group('status')}
      <div className="search-filters-closer">
        <button type="button" className="button" onClick={onClose}>
          {TEXTS.showHits(answer.total)}
        </button>
      </div>
    </div>
  );
}

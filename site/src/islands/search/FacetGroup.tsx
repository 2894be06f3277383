import { useState } from 'react';
import type { FacetDefinition, FacetOption } from '../../lib/search-params.ts';
import { SEARCH_PARAMS } from '../../lib/search-params.ts';
import { TEXTS } from './texts.ts';

interface Props {
  facet: FacetDefinition;
  chosen: readonly string[];
  counts: Readonly<Record<string, number>>;
  isOpen: boolean;
  onToggle: (value: string) => void;
}

/** Longer lists begin with their most frequent values. */
const SHORT_LENGTH = 8;

export function FacetGroup({ facet, chosen, counts, isOpen, onToggle }: Props) {
  const [isLong, setIsLong] = useState(false);
  const [isOpenAtFirst] = useState(isOpen || chosen.length > 0);
  const useful = usefulOptions(facet, chosen, counts);
  if (useful.length === 0) return null;
  const shown = isLong ? useful : mostFrequent(useful, chosen, counts);
  const tops = useful.filter(({ parent }) => parent === undefined).length;

  return (
    <details className="filter" open={isOpenAtFirst}>
      <summary>
        {facet.label}
        <svg viewBox="0 0 24 24" width="20" height="20" fill="none" aria-hidden="true">
          <path d="M9 5.5l6.5 6.5L9 18.5" stroke="currentColor" strokeWidth="1.75" />
        </svg>
      </summary>
      <fieldset className="filter-options">
        <legend className="visually-hidden">{facet.label}</legend>
        {shown.map(({ value, slug, label, parent }) => (
          <label
            key={value}
            className={parent === undefined ? 'filter-option' : 'filter-option is-child'}
          >
            <input
              type="checkbox"
              name={SEARCH_PARAMS[facet.name]}
              value={slug}
              checked={chosen.includes(value)}
              onChange={() => {
                onToggle(value);
              }}
            />
            <span>{label}</span>
            <span className="number">{counts[value] ?? 0}</span>
          </label>
        ))}
      </fieldset>
      {tops > SHORT_LENGTH && (
        <button
          type="button"
          className="search-link-button"
          aria-expanded={isLong}
          onClick={() => {
            setIsLong(!isLong);
          }}
        >
          {isLong ? TEXTS.showFewer(facet.label) : TEXTS.showAll(tops, facet.label)}
        </button>
      )}
    </details>
  );
}

/** Values with hits and chosen ones; lower categories only below a chosen one. */
function usefulOptions(facet: FacetDefinition, chosen: readonly string[], counts: Props['counts']) {
  const parentOf = new Map(facet.options.map(({ value, parent }) => [value, parent]));
  const opened = new Set(chosen.flatMap((value) => [value, parentOf.get(value)]));
  return facet.options.filter(
    ({ value, parent }) =>
      chosen.includes(value) ||
      ((counts[value] ?? 0) > 0 && (parent === undefined || opened.has(parent))) ||
      // The way back up from a chosen lower category.
      opened.has(value),
  );
}

function mostFrequent(options: FacetOption[], chosen: readonly string[], counts: Props['counts']) {
  const tops = options.filter(({ parent }) => parent === undefined);
  const frequent = new Set(
    tops
      .toSorted((a, b) => (counts[b.value] ?? 0) - (counts[a.value] ?? 0))
      .slice(0, SHORT_LENGTH)
      .map(({ value }) => value),
  );
  return options.filter(
    ({ value, parent }) => parent !== undefined || frequent.has(value) || chosen.includes(value),
  );
}

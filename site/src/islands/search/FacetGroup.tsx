import { useState } from 'react';
import type { FacetDefinition, FacetOption } from '../../lib/search-params.ts';
import { FacetChoice } from './FacetChoice.tsx';
import { FilterGroup } from './FilterGroup.tsx';
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
  const useful = usefulOptions(facet, chosen, counts);
  if (useful.length === 0) return null;
  const shown = isLong ? useful : mostFrequent(useful, chosen, counts);
  const tops = useful.filter(({ parent }) => parent === undefined).length;

  return (
    <FilterGroup label={facet.label} isOpen={isOpen || chosen.length > 0}>
      <fieldset className="filter-options">
        <legend className="visually-hidden">{facet.label}</legend>
        {shown.map((option) => (
          <FacetChoice
            key={option.value}
            name={facet.name}
            option={option}
            isChosen={chosen.includes(option.value)}
            count={counts[option.value] ?? 0}
            onToggle={onToggle}
          />
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
    </FilterGroup>
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

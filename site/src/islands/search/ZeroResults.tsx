import {
  countFilters,
  cleanText,
  type FacetDefinition,
  type SearchState,
} from '../../lib/search-params.ts';
import type { SearchProvider } from './provider.ts';
import { TEXTS } from './texts.ts';
import { useAlternatives } from './use-alternatives.ts';

interface Props {
  provider: SearchProvider;
  facets: readonly FacetDefinition[];
  state: SearchState;
  onChange: (state: SearchState) => void;
}

export function ZeroResults({ provider, facets, state, onChange }: Props) {
  const alternatives = useAlternatives(provider, facets, state);
  const text = cleanText(state.text);
  const categories = facets.find(({ name }) => name === 'category')?.options ?? [];
  const inUse = categories.filter(({ parent, count }) => parent === undefined && count > 0);
  return (
    <div className="search-zero">
      {text !== '' && <p>{TEXTS.zeroSpelling}</p>}
      {countFilters(state) > 0 && alternatives.length > 0 && (
        <>
          <p>{TEXTS.zeroFilters}</p>
          <ul className="search-chips">
            {alternatives.map(({ label, state: wider, total }) => (
              <li key={label}>
                <button
                  type="button"
                  className="search-chip"
                  onClick={() => {
                    onChange(wider);
                  }}
                >
                  {label} <span className="search-number">{total}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{TEXTS.zeroCategories}</p>
      <ul className="search-chips">
        {inUse.map(({ value, slug, label, count }) => (
          <li key={value}>
            <a className="search-chip" href={`/kategorien/${slug}/`}>
              {label} <span className="search-number">{count}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="search-zero-post">
        {TEXTS.zeroPost} <a href="/einstellen/">{TEXTS.zeroPostLink}</a>
      </p>
    </div>
  );
}

import {
  countFilters,
  cleanText,
  type FacetDefinition,
  type SearchState,
} from '../../lib/search-params.ts';
import type { SearchProvider } from './provider.ts';
import type { SearchNeighbour } from '../../lib/search-setup.ts';
import { RegionName } from './RegionName.tsx';
import { TEXTS } from './texts.ts';
import { useAlternatives } from './use-alternatives.ts';

interface Props {
  provider: SearchProvider;
  facets: readonly FacetDefinition[];
  state: SearchState;
  /** Regions that are searched, on the site of all of them. */
  regions: readonly SearchNeighbour[];
  onChange: (state: SearchState) => void;
}

export function ZeroResults({ provider, facets, state, regions, onChange }: Props) {
  const alternatives = useAlternatives(provider, facets, state);
  const text = cleanText(state.text);
  const categories = facets.find(({ name }) => name === 'category')?.options ?? [];
  const inUse = categories.filter(({ parent, count }) => parent === undefined && count > 0);
  return (
    <div className="empty">
      {text !== '' && <p>{TEXTS.zeroSpelling}</p>}
      {countFilters(state) > 0 && alternatives.length > 0 && (
        <>
          <p>{TEXTS.zeroFilters}</p>
          <ul className="chips">
            {alternatives.map(({ label, state: wider, total }) => (
              <li key={label}>
                <button
                  type="button"
                  className="chip"
                  onClick={() => {
                    onChange(wider);
                  }}
                >
                  {label} <span className="number">{total}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {regions.length > 0 ? (
        <>
          <p>{TEXTS.zeroRegions}</p>
          <ul className="chips">
            {regions.map((region) => (
              <li key={region.slug}>
                <a className="chip" href={`${region.origin}/`}>
                  <RegionName region={region} />
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p>{TEXTS.zeroCategories}</p>
          <ul className="chips">
            {inUse.map(({ value, slug, label, count }) => (
              <li key={value}>
                <a className="chip" href={`/kategorien/${slug}/`}>
                  {label} <span className="number">{count}</span>
                </a>
              </li>
            ))}
          </ul>
          <p>
            {TEXTS.zeroPost} <a href="/einstellen/">{TEXTS.zeroPostLink}</a>
          </p>
        </>
      )}
    </div>
  );
}

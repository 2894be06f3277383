import { cleanText, countFilters, type SearchState } from '../../lib/search-params.ts';
import type { SearchSetup } from '../../lib/search-setup.ts';
import type { SearchAnswer, SearchProvider } from './provider.ts';
import { RegionName } from './RegionName.tsx';
import { SearchAlert } from './SearchAlert.tsx';
import { TEXTS } from './texts.ts';
import { useAlternatives } from './use-alternatives.ts';

interface Props {
  provider: SearchProvider;
  setup: SearchSetup;
  state: SearchState;
  answer: SearchAnswer;
  onChange: (state: SearchState) => void;
}

/** What helps where nothing was found: other words, fewer conditions, other places, other people. */
export function ZeroResults({ provider, setup, state, answer, onChange }: Props) {
  const alternatives = useAlternatives(provider, setup.facets, state, answer);
  const { regions, contactEmail } = setup;
  const text = cleanText(state.text);
  const categories = setup.facets.find(({ name }) => name === 'category')?.options ?? [];
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
          <p>
            {TEXTS.zeroPost} <a href="/einstellen/">{TEXTS.zeroPostLink}</a>
          </p>
          {contactEmail !== null && <SearchAlert email={contactEmail} wish={text} />}
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
        </>
      )}
    </div>
  );
}

import { toSearchParams, type SearchState } from '../../lib/search-params.ts';
import type { SearchSetup } from '../../lib/search-setup.ts';
import { Highlighted } from './Highlighted.tsx';
import { RegionName } from './RegionName.tsx';
import { TEXTS } from './texts.ts';
import { useNeighbours } from './use-neighbours.ts';

interface Props {
  setup: SearchSetup;
  /** What was asked, and how much of it this region has. */
  state: SearchState;
  total: number;
  /** Stems that were asked for. */
  terms: readonly string[];
}

/** What neighbouring regions have for a search that finds little here, clearly theirs. */
export function Neighbours({ setup, state, total, terms }: Props) {
  const finds = useNeighbours(setup, state, total);
  if (finds.length === 0) return null;
  // What a place of this region is called means nothing next door.
  const asked = { ...state, filters: { ...state.filters, place: [] }, near: null, pages: 1 };
  const query = toSearchParams(asked, setup.facets).toString();
  return (
    <section className="search-neighbours" aria-labelledby="search-neighbours">
      <h2 id="search-neighbours">{TEXTS.neighbours}</h2>
      <ul className="search-neighbour-list">
        {finds.map(({ region, total: theirs, hits }) => (
          <li key={region.slug}>
            <h3>
              <RegionName region={region} />
            </h3>
            <ul className="search-neighbour-hits">
              {hits.map((hit) => (
                <li key={hit.id}>
                  <span className={`badge is-${hit.kind}`}>{TEXTS.kinds[hit.kind]}</span>{' '}
                  <a href={hit.url}>
                    <Highlighted text={hit.title} terms={terms} />
                  </a>
                  {hit.placeName !== null && `, ${hit.placeName}`}
                </li>
              ))}
            </ul>
            <a className="search-neighbour-more" href={`${region.origin}/suche/?${query}`}>
              {TEXTS.neighbourAll(theirs, region.name)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

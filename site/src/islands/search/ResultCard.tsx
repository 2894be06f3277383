import { formatAvailability } from '../../lib/dates.ts';
import type { SearchHit } from '../../lib/search-document.ts';
import { excerpt } from './highlight.ts';
import { Highlighted } from './Highlighted.tsx';
import { TEXTS } from './texts.ts';

interface Props {
  hit: SearchHit;
  searchText: string;
  /** Names of modes and states, by value. */
  labels: ReadonlyMap<string, string>;
  /** Pictures beside the first results load at once. */
  isEarly: boolean;
}

export function ResultCard({ hit, searchText, labels, isEarly }: Props) {
  const { availableFrom: from, availableUntil: until } = hit;
  const availability = from === null && until === null ? null : formatAvailability(from, until);
  const facts = [hit.priceWords, hit.placeName, availability, hit.organisationName];
  const isTaken = hit.status !== null && hit.status !== 'active';
  return (
    <li className="search-hit">
      <div className="search-hit-head">
        <p className="search-hit-badges">
          <span className={`search-badge is-${hit.kind}`}>{TEXTS.kinds[hit.kind]}</span>
          {hit.mode !== null && <span className="search-badge">{labels.get(hit.mode)}</span>}
          {isTaken && (
            <span className={`search-badge is-${hit.status}`}>{labels.get(hit.status ?? '')}</span>
          )}
        </p>
        <h3 className="search-hit-title">
          <a href={hit.url}>
            <Highlighted text={hit.title} searchText={searchText} />
          </a>
        </h3>
      </div>
      {hit.picture !== null && (
        <img
          className="search-hit-picture"
          src={hit.picture.url}
          width={hit.picture.width}
          height={hit.picture.height}
          alt=""
          loading={isEarly ? 'eager' : 'lazy'}
          decoding="async"
        />
      )}
      <p className="search-hit-text">
        <Highlighted text={excerpt(hit.text, searchText)} searchText={searchText} />
      </p>
      <p className="search-hit-facts">{facts.filter(Boolean).join(' · ')}</p>
    </li>
  );
}

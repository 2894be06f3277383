import { formatAvailability, formatDay } from '../../lib/dates.ts';
import { distanceKm, formatDistance, type Coordinates } from '../../lib/distance.ts';
import type { SearchHit } from '../../lib/search-document.ts';
import type { SearchNeighbour } from '../../lib/search-setup.ts';
import { excerpt } from './highlight.ts';
import { Highlighted } from './Highlighted.tsx';
import { RegionName } from './RegionName.tsx';
import { TEXTS } from './texts.ts';

interface Props {
  hit: SearchHit;
  /** Stems that were asked for. */
  terms: readonly string[];
  /** Names of modes and states, by value. */
  labels: ReadonlyMap<string, string>;
  /** The region that has it, where results come from several. */
  region: SearchNeighbour | undefined;
  /** Where the distance is counted from. */
  origin: Coordinates | null;
  /** Whether the list is about what leaves the site soon. */
  isEnding: boolean;
  /** Pictures beside the first results load at once. */
  isEarly: boolean;
}

export function ResultCard({ hit, terms, labels, region, origin, isEnding, isEarly }: Props) {
  const { availableFrom: from, availableUntil: until } = hit;
  const availability = from === null && until === null ? null : formatAvailability(from, until);
  const ends = isEnding && hit.endsOn !== null ? TEXTS.ends(formatDay(hit.endsOn)) : null;
  const facts = [ends, placeWords(hit, origin), availability, hit.organisationName]
    .filter((fact) => fact !== null)
    .join(' · ');
  const isTaken = hit.status !== null && hit.status !== 'active';
  return (
    <li className={`search-hit card is-${isTaken ? hit.status : hit.kind}`}>
      <div className="search-hit-head">
        <p className="badges">
          {region && <RegionName region={region} />}
          <span className={`badge is-${hit.kind}`}>{TEXTS.kinds[hit.kind]}</span>
          {hit.mode !== null && <span className="badge">{labels.get(hit.mode)}</span>}
          {isTaken && (
            <span className={`badge is-${hit.status}`}>{labels.get(hit.status ?? '')}</span>
          )}
        </p>
        <h3 className="card-title">
          <a className="card-link" href={hit.url}>
            <Highlighted text={hit.title} terms={terms} />
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
        <Highlighted text={excerpt(hit.text, terms)} terms={terms} />
      </p>
      <p className="search-hit-facts">
        {hit.priceWords !== null && <strong>{hit.priceWords}</strong>}
        {hit.priceWords !== null && facts !== '' && ' · '}
        {facts}
      </p>
    </li>
  );
}

function placeWords({ placeName, location }: SearchHit, origin: Coordinates | null) {
  if (placeName === null || location === null || origin === null) return placeName;
  const distance = distanceKm(origin, location);
  return distance < 1 ? placeName : TEXTS.distance(placeName, formatDistance(distance));
}

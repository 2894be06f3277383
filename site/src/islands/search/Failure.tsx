import type { SearchNeighbour } from '../../lib/search-setup.ts';
import { TEXTS } from './texts.ts';

const LISTS = [
  ['/angebote/', 'Angebote'],
  ['/gesuche/', 'Gesuche'],
  ['/kategorien/', 'Kategorien'],
  ['/orte/', 'Orte'],
  ['/organisationen/', 'Organisationen'],
  ['/erfolge/', 'Erfolgsgeschichten'],
] as const;

interface Props {
  /** Regions whose sites have the lists; none if this site has them itself. */
  regions: readonly SearchNeighbour[];
  onRetry: () => void;
}

/** What remains when no engine answers: the lists need none. */
export function Failure({ regions, onRetry }: Props) {
  const lists =
    regions.length === 0 ? LISTS : regions.map(({ origin, name }) => [`${origin}/`, name] as const);
  return (
    <div className="empty" role="alert">
      <h2>{TEXTS.failureHeading}</h2>
      <p>{regions.length === 0 ? TEXTS.failureText : TEXTS.failureRegions}</p>
      <ul className="chips">
        {lists.map(([href, label]) => (
          <li key={href}>
            <a className="chip" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={onRetry}>
        {TEXTS.retry}
      </button>
    </div>
  );
}

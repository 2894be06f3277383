import { TEXTS } from './texts.ts';

const LISTS = [
  ['/angebote/', 'Angebote'],
  ['/gesuche/', 'Gesuche'],
  ['/kategorien/', 'Kategorien'],
  ['/orte/', 'Orte'],
  ['/organisationen/', 'Organisationen'],
  ['/erfolge/', 'Erfolgsgeschichten'],
] as const;

/** What remains when no engine answers: the lists need none. */
export function Failure({ onRetry }: { onRetry: () => void }) {
  return (
    <div className="empty" role="alert">
      <h2>{TEXTS.failureHeading}</h2>
      <p>{TEXTS.failureText}</p>
      <ul className="chips">
        {LISTS.map(([href, label]) => (
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

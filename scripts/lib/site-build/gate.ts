import { LEGAL_PAGE_SLUGS, UMBRELLA, type Refusal, type RenderedSite } from '@portal/site/contract';
import { PortalError } from '../errors.ts';

type Rule = Refusal['problems'][number]['rule'];
type Problem = Refusal['problems'][number];

/** A site may lose this share of something before an editor must agree. */
const MAX_LOSS = 0.3;
/** Among fewer than this, losing a third is everyday life. */
const MIN_COUNT_FOR_LOSS = 10;
const MOST_LISTED = 5;
const SEARCH_INDEX = 'pagefind/pagefind-entry.json';
const TELL_TECHNICIANS = 'Bitte die Technik benachrichtigen.';

const COUNT_LABELS: Record<string, string> = {
  pages: 'Seiten',
  regions: 'Regionen',
  listings: 'Angebote und Gesuche',
  organisations: 'Organisationen',
  stories: 'Erfolgsgeschichten',
};

/** A site that wants to go live. */
export interface Candidate {
  region: string;
  /** Revision that was asked for; the site must not be older. */
  wantedRevision: number;
  rendered: Pick<
    RenderedSite,
    'header' | 'counts' | 'brokenLinks' | 'emptyPages' | 'brandProblems'
  >;
  /** Whether the site has a file. */
  hasFile: (file: string) => boolean;
  /** The start of the search index; null if it cannot be read. */
  searchEntry: string | null;
  /** What the live release holds; null for the first release. */
  liveCounts: Readonly<Record<string, number>> | null;
  /** Whether an editor agreed that the site loses much. */
  mayLose: boolean;
}

/** A site was built but must not go live. */
export class GateError extends PortalError {
  override name = 'GateError';
  readonly refusal: Refusal;

  constructor(region: string, refusal: Refusal) {
    const messages = refusal.problems.map(({ message }) => message);
    const listed = messages.slice(0, MOST_LISTED);
    const rest = messages.length - listed.length;
    const text = listed.join(' ') + (rest > 0 ? ` Dazu ${rest} weitere Mängel.` : '');
    super(`The new site of ${region} did not pass the checks: ${text}`, {
      hint: 'The last good release stays live.',
      forEditors: `Die neue Fassung ging nicht online, die letzte gute bleibt. ${text}`,
    });
    this.refusal = refusal;
  }
}

/**
 * The gate before every switch: the site is the one that was asked for, the pages that the law
 * demands are there and not empty, every internal link leads somewhere, the search index is there,
 * the colours are legible, and the site has not lost a third of what it had.
 *
 * @throws {@link GateError} with every problem in German: what is wrong, and what to do.
 */
export function passGate(candidate: Candidate): void {
  const rules: Record<Rule, (candidate: Candidate) => string[]> = {
    schema: wrongSite,
    'legal-pages': missingPages,
    links: brokenLinks,
    'search-index': searchProblems,
    'brand-contrast': ({ rendered }) => rendered.brandProblems,
    losses,
  };
  const problems = Object.entries(rules).flatMap(([rule, judge]) =>
    judge(candidate).map((message): Problem => ({ rule: rule as Rule, message })),
  );
  if (problems.length === 0) return;
  throw new GateError(candidate.region, {
    revision: candidate.rendered.header.revision,
    problems,
    // A loss may be meant; everything else has to be mended.
    mayAccept: problems.every(({ rule }) => rule === 'losses'),
  });
}

function wrongSite({ region, rendered, wantedRevision }: Candidate): string[] {
  const { header } = rendered;
  if (header.region !== region) {
    return [
      `Das Redaktionssystem hat die Daten der Region „${header.region}“ statt „${region}“ geliefert. ${TELL_TECHNICIANS}`,
    ];
  }
  return header.revision >= wantedRevision
    ? []
    : [
        `Das Redaktionssystem hat den Stand ${header.revision} statt ${wantedRevision} geliefert. ${TELL_TECHNICIANS}`,
      ];
}

function missingPages({ rendered, hasFile }: Candidate): string[] {
  const needed = [
    { file: 'index.html', name: 'Startseite', mend: TELL_TECHNICIANS },
    { file: '404.html', name: 'Fehlerseite', mend: TELL_TECHNICIANS },
    ...LEGAL_PAGE_SLUGS.map((slug) => ({
      file: `${slug}/index.html`,
      name: `Seite „${slug}“`,
      mend: `Das Gesetz verlangt sie: Bitte im Redaktionssystem eine Seite mit dem Kürzel „${slug}“ anlegen und veröffentlichen.`,
    })),
  ];
  return needed.flatMap(({ file, name, mend }) => {
    if (!hasFile(file)) return `Die ${name} fehlt. ${mend}`;
    return rendered.emptyPages.includes(file) ? `Die ${name} ist leer. ${mend}` : [];
  });
}

function brokenLinks({ rendered }: Candidate): string[] {
  return rendered.brokenLinks.map(({ target, pages: [first = ''], count }) => {
    const where =
      count === 1 ? `Die Seite ${first}` : `Die Seite ${first} und ${count - 1} weitere`;
    const verb = count === 1 ? 'verweist' : 'verweisen';
    return `${where} ${verb} auf ${target}, das es nicht gibt. Bitte den Verweis berichtigen oder das Ziel veröffentlichen.`;
  });
}

function searchProblems({ region, hasFile, searchEntry }: Candidate): string[] {
  if (region === UMBRELLA) return [];
  if (!hasFile(SEARCH_INDEX)) return [`Das Suchverzeichnis fehlt. ${TELL_TECHNICIANS}`];
  try {
    JSON.parse(searchEntry ?? '');
    return [];
  } catch {
    return [`Das Suchverzeichnis ist beschädigt. ${TELL_TECHNICIANS}`];
  }
}

function losses({ rendered, liveCounts, mayLose }: Candidate): string[] {
  if (liveCounts === null || mayLose) return [];
  return Object.entries(liveCounts)
    .filter(
      ([name, before]) =>
        before >= MIN_COUNT_FOR_LOSS && (rendered.counts[name] ?? 0) < before * (1 - MAX_LOSS),
    )
    .map(
      ([name, before]) =>
        `Statt ${before} ${COUNT_LABELS[name] ?? name} wären es nur noch ${rendered.counts[name] ?? 0}. ` +
        'Ist das gewollt, bitte auf der Startseite des Redaktionssystems „Trotzdem veröffentlichen“ wählen.',
    );
}

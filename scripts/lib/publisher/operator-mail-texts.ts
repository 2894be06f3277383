/** What is known of a failure. */
export interface Failure {
  /** Attempts in a row that have failed. */
  attempts: number;
  /** What happened, in German, as the editors read it. */
  message: string;
  /** What to do about it, in English, as the log says it; null if nobody knows. */
  hint: string | null;
}

/** Where an operator looks. */
export interface Places {
  /** Address of the publisher's `/status`, as seen on the server. */
  statusUrl: string;
  logFile: string;
}

/** Subject and text of a mail. */
export interface MailText {
  subject: string;
  text: string;
}

const MAX_LENGTH = 2_000;
const MAX_SUBJECT_PART = 60;

/** What an operator reads about a region that cannot be published. */
export function failureMail(
  region: string,
  { attempts, message, hint }: Failure,
  { statusUrl, logFile }: Places,
  at: Date,
): MailText {
  const name = oneLine(region);
  return {
    subject: `[starkeRegion] ${name}: Veröffentlichen schlägt fehl`,
    text: `Guten Tag,

die Website der Region „${name}“ konnte ${attempts}-mal nacheinander nicht veröffentlicht werden,
zuletzt am ${formatTime(at)} Uhr.

Der letzte gute Stand bleibt online. Besucherinnen und Besucher merken nichts davon; was seitdem
im Redaktionssystem geändert wurde, ist aber noch nicht zu sehen.

WAS IST PASSIERT?

${indented(message)}

WAS IST ZU TUN?

${hint === null ? '' : `${indented(`Hinweis aus dem Protokoll (englisch): ${hint}`)}\n\n`}  1. Nennt die Meldung oben einen Eintrag oder eine Seite, geben Sie sie der Redaktion weiter.
  2. Sonst sehen Sie auf dem Server nach, was nicht stimmt (siehe unten).
  3. Sie müssen nichts neu starten: Der Publisher versucht es von selbst weiter.

WO SEHEN SIE NACH?

  Stand aller Regionen (auf dem Server): ${statusUrl}
  Protokoll: ${logFile}
  Meldungen und was zu tun ist: docs/operations.md, „Messages and what to do“

Sie bekommen eine Nachricht, sobald die Region wieder veröffentlicht ist. Bleibt der Fehler, folgt
die nächste Erinnerung frühestens in 24 Stunden.
`,
  };
}

/** What an operator reads when a region is published again. */
export function recoveryMail(region: string, { statusUrl }: Places, at: Date): MailText {
  const name = oneLine(region);
  return {
    subject: `[starkeRegion] ${name}: wieder veröffentlicht`,
    text: `Guten Tag,

die Website der Region „${name}“ ist seit ${formatTime(at)} Uhr wieder auf dem neuesten Stand.
Sie müssen nichts weiter tun.

  Stand aller Regionen (auf dem Server): ${statusUrl}
`,
  };
}

function formatTime(at: Date): string {
  return at.toLocaleString('de-DE', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Berlin',
  });
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, MAX_SUBJECT_PART);
}

function indented(text: string): string {
  const lines = text.slice(0, MAX_LENGTH).split(/\r\n|[\r\n]/);
  return lines.map((line) => `  ${line.replace(/\p{Cc}/gu, ' ')}`.trimEnd()).join('\n');
}

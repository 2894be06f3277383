/** What an error can say beyond its message. */
export interface PortalErrorOptions {
  /** What to do about it, in English, for the terminal and the logs. */
  hint: string;
  /** The same for the editors: one or two German sentences with the mend. */
  forEditors?: string;
  cause?: unknown;
}

/** Base of all errors that this workspace raises on purpose. */
export class PortalError extends Error {
  override name = 'PortalError';
  readonly hint: string;
  readonly forEditors: string | null;

  constructor(message: string, options: PortalErrorOptions) {
    super(message, { cause: options.cause });
    this.hint = options.hint;
    this.forEditors = options.forEditors ?? null;
  }
}

/** A setting is missing or wrong. */
export class ConfigError extends PortalError {
  override name = 'ConfigError';
}

/** A site could not be built. */
export class BuildError extends PortalError {
  override name = 'BuildError';
  /** Last part of what the build wrote. */
  readonly output: string;

  constructor(message: string, options: PortalErrorOptions & { output?: string }) {
    super(message, options);
    this.output = options.output ?? '';
  }
}

const SYSTEM_MESSAGES: Record<string, string> = {
  ENOSPC:
    'Auf dem Server ist kein Speicherplatz mehr frei. Bitte die Technik, Platz im Datenordner zu schaffen.',
  EDQUOT:
    'Das Speicherkontingent des Servers ist erschöpft. Bitte die Technik, Platz im Datenordner zu schaffen.',
  EFBIG:
    'Eine Datei darf auf dem Server nicht so groß werden. Bitte die Technik, die Grenze der Dateigröße anzuheben.',
  EROFS:
    'Der Datenordner des Servers lässt sich nicht beschreiben. Bitte die Technik, ihn wieder beschreibbar zu machen.',
  EACCES:
    'Dem Portal fehlen Rechte im Datenordner. Bitte die Technik, die Rechte des Ordners zu prüfen.',
  EMFILE:
    'Auf dem Server sind zu viele Dateien geöffnet. Bitte die Technik, die Grenze offener Dateien anzuheben.',
};

/**
 * One line for the terminal and the logs: message, causes and hint.
 *
 * @param error - Anything that was thrown.
 */
export function describeError(error: unknown): string {
  const parts: string[] = [];
  const hints: string[] = [];
  for (let current = error; current !== undefined && current !== null;) {
    parts.push(messageOf(current));
    if (current instanceof PortalError) hints.push(current.hint);
    current = current instanceof Error ? current.cause : undefined;
  }
  return [parts.join(': '), ...hints].join(' ');
}

/**
 * What editors read about an error: what happened and what to do, in German.
 *
 * @param error - Anything that was thrown.
 */
export function describeErrorForEditors(error: unknown): string {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof PortalError && current.forEditors !== null) return current.forEditors;
    const systemMessage = SYSTEM_MESSAGES[errorCode(current) ?? ''];
    if (systemMessage !== undefined) return systemMessage;
  }
  return `Beim Veröffentlichen ist ein unerwarteter Fehler aufgetreten. Bitte die Technik, im Protokoll des Publishers nachzusehen: ${messageOf(error)}`;
}

/** The code that Node gives to errors of the operating system, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

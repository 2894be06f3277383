/**
 * Splits what somebody typed into a list: one entry a line, or separated by commas, as pasted lists
 * often are. Blank and repeated entries are left out.
 */
export function linesToList(text: string): string[] {
  const entries = text.split(/[\n,;]/).map((entry) => entry.trim());
  return [...new Set(entries)].filter((entry) => entry !== '');
}

/** A list as text, one entry a line. */
export function listToLines(list: readonly string[] | null | undefined): string {
  return (list ?? []).join('\n');
}

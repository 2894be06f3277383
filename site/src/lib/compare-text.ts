/** Order of texts by their code units, whatever the language; 0 for equal ones. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

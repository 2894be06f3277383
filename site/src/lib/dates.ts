const MONTHS = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
] as const;
const DAY_MS = 86_400_000;

/**
 * A calendar day in words: `2026-03-09` becomes `9. März 2026`.
 *
 * @throws {@link RangeError} if the text is no day of the form `YYYY-MM-DD`.
 */
export function formatDay(day: string): string {
  const { year, month, date } = partsOf(day);
  return `${date}. ${MONTHS[month - 1] ?? ''} ${year}`;
}

/** A calendar day in figures, for narrow places: `2026-03-09` becomes `09.03.2026`. */
export function formatShortDay(day: string): string {
  const { year, month, date } = partsOf(day);
  return `${String(date).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`;
}

/**
 * The day that lies a number of days after another.
 *
 * @param day - `YYYY-MM-DD`.
 * @param days - Whole days; negative for an earlier day.
 */
export function addDays(day: string, days: number): string {
  partsOf(day);
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** When something can be used: `ab sofort`, `ab 1. Mai 2026`, `1. Mai 2026 bis 3. Juni 2026`. */
export function formatAvailability(from: string | null, until: string | null): string {
  if (from !== null && until !== null) return `${formatDay(from)} bis ${formatDay(until)}`;
  if (from !== null) return `ab ${formatDay(from)}`;
  return until === null ? 'ab sofort' : `bis ${formatDay(until)}`;
}

function partsOf(day: string): { year: number; month: number; date: number } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (match === null || Number.isNaN(Date.parse(day))) {
    throw new RangeError(`“${day}” is not a day of the form YYYY-MM-DD.`);
  }
  return { year: Number(match[1]), month: Number(match[2]), date: Number(match[3]) };
}

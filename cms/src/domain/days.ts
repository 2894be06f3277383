const DAY_MS = 86_400_000;
const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

const berlin = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** How long a listing runs unless its editor sets an end, in days. */
export const LISTING_RUN_DAYS = 90;

/**
 * The calendar day in Europe/Berlin at a moment, `YYYY-MM-DD`.
 *
 * @param moment - Any moment; by default now.
 */
export function dayInBerlin(moment: Date = new Date()): string {
  return berlin.format(moment);
}

/**
 * The day that lies a number of days after (or, negative, before) another.
 *
 * @param day - `YYYY-MM-DD`.
 * @param days - Whole days.
 */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whether a text is a day that exists in the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!DAY_PATTERN.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A day as German readers write it: `2026-03-09` becomes `9.3.2026`. */
export function germanDay(day: string): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return `${dayOfMonth}.${month}.${year}`;
}

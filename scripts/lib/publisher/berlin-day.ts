const FORMAT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

/**
 * Calendar day in the time zone Europe/Berlin, `YYYY-MM-DD`.
 *
 * @example
 * berlinDay(new Date('2026-07-31T22:30:00Z')) // => '2026-08-01'
 */
export function berlinDay(moment: Date): string {
  return FORMAT.format(moment);
}

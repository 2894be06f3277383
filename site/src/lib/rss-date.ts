/** Noon of a calendar day: in every European time zone the same day. */
export function rssDate(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

const TIME = new Intl.DateTimeFormat('de-DE', { timeStyle: 'short' });
const DAY = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'numeric' });
const DAY_OF_YEAR = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium' });

/** A moment as short as it is clear: `14:03`, `23.11., 14:03` or `23.11.2025, 14:03`. */
export function momentText(iso: string, now = new Date()): string {
  const moment = new Date(iso);
  const time = TIME.format(moment);
  if (moment.toDateString() === now.toDateString()) return time;
  return `${dayText(iso, now)}, ${time}`;
}

/** A day: `23.11.` or `23.11.2025`. */
export function dayText(iso: string, now = new Date()): string {
  const moment = new Date(iso);
  const isThisYear = moment.getFullYear() === now.getFullYear();
  return (isThisYear ? DAY : DAY_OF_YEAR).format(moment);
}

/** A duration in seconds or minutes: `0,6 s`, `14 s`, `3 min`. */
export function durationText(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds >= 120) return `${Math.round(seconds / 60)} min`;
  const digits = seconds < 10 ? 1 : 0;
  return `${seconds.toLocaleString('de-DE', { maximumFractionDigits: digits })} s`;
}

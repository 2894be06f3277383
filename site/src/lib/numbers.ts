const whole = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 0 });
const precise = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 2 });
const euro = new Intl.NumberFormat('de-DE', {
  style: 'currency',
  currency: 'EUR',
  minimumFractionDigits: 2,
});
const wholeEuro = new Intl.NumberFormat('de-DE', {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 0,
});

/** A number as German readers write it, with at most two decimals: `1.480`, `0,5`. */
export function formatNumber(value: number): string {
  return precise.format(value);
}

/** An amount in euro: whole ones without decimals (`68 €`), others with cents (`0,35 €`). */
export function formatEuro(amount: number): string {
  return (Number.isInteger(amount) ? wholeEuro : euro).format(amount);
}

/** A count with its noun, kept on one line: `1 Angebot`, `1.204 Angebote`. */
export function countOf(count: number, one: string, many: string): string {
  return `${whole.format(count)}\u00a0${count === 1 ? one : many}`;
}

import type { Price } from '../contract/index.ts';
import { de } from '../i18n/de.ts';
import { formatEuro } from './numbers.ts';

/** What something costs, in words: `68 € je Stunde`, `Kostenfrei`, `4.000 € je Anteil, verhandelbar`. */
export function formatPrice({ kind, amount, unit }: Price): string {
  if (amount === null || kind === 'free' || kind === 'swap') return de.prices[kind];
  const words = formatAmount(amount, unit);
  return kind === 'negotiable' ? `${words}, verhandelbar` : words;
}

/** Whether something costs nothing. */
export function isFree({ kind, amount }: Pick<Price, 'kind' | 'amount'>): boolean {
  return kind === 'free' || amount === 0;
}

/** The reduced price for non-profit bodies in words; null where there is none. */
export function formatNonprofitPrice({ amountNonprofit, unit }: Price): string | null {
  if (amountNonprofit === null) return null;
  return amountNonprofit === 0 ? de.prices.free : formatAmount(amountNonprofit, unit);
}

function formatAmount(amount: number, unit: Price['unit']): string {
  return unit === null ? formatEuro(amount) : `${formatEuro(amount)} ${de.units[unit]}`;
}

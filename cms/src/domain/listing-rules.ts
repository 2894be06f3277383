import { enumerationLabel } from '../views/enumeration-labels';
import { germanDay, isDay } from './days';
import { problemsOfAudiences, problemsOfTags } from './list-rules';
import { isBlank, isValues, type Problem, type Values } from './problem';

/** Which kinds of price fit a mode. The modes that are not named are always free. */
const PRICE_KINDS_BY_MODE: Readonly<Record<string, readonly string[]>> = {
  swap: ['swap'],
  rent: ['fee', 'negotiable'],
  coinvest: ['negotiable'],
  share: ['free', 'fee', 'negotiable', 'swap'],
  give: ['free'],
  donate: ['free'],
  lend: ['free'],
  time: ['free'],
};

/** What is wrong with a listing; fields that are missing are not judged. */
export function problemsOfListing(values: Values): Problem[] {
  return [
    ...(isValues(values['price']) ? problemsOfPrice(values['mode'], values['price']) : []),
    ...problemsOfPeriod(values),
    ...problemsOfAudiences(values['audiences']),
    ...problemsOfTags(values['tags']),
  ];
}

/** Why a listing cannot be published today, apart from {@link problemsOfListing}. */
export function problemsOfPublishing(values: Values, today: string): Problem[] {
  const { endsOn } = values;
  if (typeof endsOn !== 'string' || endsOn >= today) return [];
  const message =
    `Der letzte Tag auf der Website (${germanDay(endsOn)}) ist vorbei. ` +
    'Bitte wählen Sie einen Tag ab heute, bevor Sie den Eintrag veröffentlichen.';
  return [{ path: ['endsOn'], message }];
}

function problemsOfPrice(mode: unknown, price: Values): Problem[] {
  const problems: Problem[] = [];
  const { kind, amount, unit, amountNonprofit } = price;
  const fitting = typeof mode === 'string' ? PRICE_KINDS_BY_MODE[mode] : undefined;
  if (typeof kind === 'string' && typeof mode === 'string' && fitting?.includes(kind) === false) {
    const names = fitting
      .map((candidate) => `„${enumerationLabel('kind', candidate)}“`)
      .join(' oder ');
    const message = `Zu „${enumerationLabel('mode', mode)}“ passt als Preis nur ${names}.`;
    problems.push({ path: ['price', 'kind'], message });
  }
  if (kind !== undefined && kind !== 'fee' && kind !== 'negotiable' && !isBlank(amount)) {
    const message = 'Ein Betrag passt nicht zu dieser Preisart. Bitte lassen Sie den Betrag leer.';
    problems.push({ path: ['price', 'amount'], message });
  }
  if (!isBlank(amount) && isBlank(unit)) {
    const message = 'Bitte wählen Sie, wofür der Betrag gilt, zum Beispiel „je Tag“.';
    problems.push({ path: ['price', 'unit'], message });
  }
  if (isBlank(amount) && !isBlank(unit)) {
    const message =
      'Eine Einheit ohne Betrag sagt nichts aus. Bitte tragen Sie den Betrag ein, oder entfernen Sie die Einheit.';
    problems.push({ path: ['price', 'unit'], message });
  }
  if (isBlank(amount) && !isBlank(amountNonprofit)) {
    const message =
      'Der Preis für Gemeinnützige ergänzt den normalen Betrag. Bitte tragen Sie auch den normalen Betrag ein.';
    problems.push({ path: ['price', 'amountNonprofit'], message });
  }
  return problems;
}

function problemsOfPeriod({ availableFrom, availableUntil, endsOn }: Values): Problem[] {
  const problems: Problem[] = [];
  for (const [field, value] of Object.entries({ availableFrom, availableUntil, endsOn })) {
    if (isBlank(value) || (typeof value === 'string' && isDay(value))) continue;
    const message = 'Bitte wählen Sie einen Tag aus dem Kalender.';
    problems.push({ path: [field], message });
  }
  if (problems.length > 0) return problems;
  if (
    typeof availableFrom === 'string' &&
    typeof availableUntil === 'string' &&
    availableUntil < availableFrom
  ) {
    const message =
      `„Verfügbar bis“ (${germanDay(availableUntil)}) liegt vor „Verfügbar ab“ ` +
      `(${germanDay(availableFrom)}). Bitte wählen Sie denselben oder einen späteren Tag.`;
    problems.push({ path: ['availableUntil'], message });
  }
  return problems;
}

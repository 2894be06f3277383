import {
  CATEGORY_UID,
  CONTENT_TYPES,
  LISTING_UID,
  MUNICIPALITY_UID,
  PAGE_UID,
  REGION_UID,
} from '../domain/content-types';
import { dayInBerlin } from '../domain/days';
import { problemsOfListing, problemsOfPublishing } from '../domain/listing-rules';
import { problemsOfPostalCodes } from '../domain/list-rules';
import { isValues, type Problem, type Values } from '../domain/problem';
import { problemsOfPosition, problemsOfRegion } from '../domain/region-rules';
import { problemsOfPublishedPage } from '../domain/page-rules';
import { liveVersion, type RegionKey, type Version, workingVersion } from './versions';
import { isPublishing, type Write } from './write';

/**
 * Judges the values that a write brings, before Strapi does: its own messages are English.
 *
 * @returns What an editor has to mend; empty if nothing.
 */
export function problemsOfInput({ uid, params }: Write): Problem[] {
  return params.data === undefined ? [] : problemsOfValues(uid, params.data);
}

/**
 * Judges an entry as it is stored after a write, when every way to name a relation has come to the
 * same. The transaction is still open, so a refusal leaves no trace.
 *
 * @param write - The write, with the versions before it.
 * @param after - All versions after the write.
 */
export function problemsOfOutcome(write: Write, after: readonly Version[]): Problem[] {
  const entry = workingVersion(after);
  if (entry === undefined || write.action === 'unpublish') return [];
  return [
    ...problemsOfValues(write.uid, entry),
    ...problemsOfRegionKey(write, entry),
    ...problemsOfCategoryTree(write.uid, entry),
    ...(isPublishing(write) ? problemsOfRelease(write, entry, after) : []),
  ];
}

function problemsOfValues(uid: string, values: Values): Problem[] {
  if (uid === REGION_UID) return problemsOfRegion(values);
  if (uid === LISTING_UID) return problemsOfListing(values);
  if (uid === MUNICIPALITY_UID) {
    return [...problemsOfPosition(values), ...problemsOfPostalCodes(values['postalCodes'])];
  }
  return [];
}

/** An entry has a region, and everything that it refers to has the same one. */
function problemsOfRegionKey({ uid, actor }: Write, entry: Version): Problem[] {
  const facts = CONTENT_TYPES[uid];
  if (facts?.isRegional !== true) return [];
  const mayBelongToUmbrella = uid === PAGE_UID && actor.kind !== 'editor';
  if (!isValues(entry.region)) {
    const message = 'Bitte wählen Sie die Region, zu der dieser Eintrag gehört.';
    return mayBelongToUmbrella ? [] : [{ path: ['region'], message }];
  }
  const { documentId } = entry.region;
  return Object.entries(facts.regionalRelations).flatMap(([field, label]) => {
    const isForeign = targetsOf(entry[field]).some(
      (target) => target.region?.documentId !== documentId,
    );
    const message = `${label}: Es können nur Einträge derselben Region verknüpft werden.`;
    return isForeign ? [{ path: [field], message }] : [];
  });
}

function problemsOfCategoryTree(uid: string, entry: Version): Problem[] {
  if (uid === LISTING_UID && isValues(entry['category'])) {
    if (isValues(entry['category']['parent'])) return [];
    const message = 'Bitte wählen Sie eine Unterkategorie, keine Hauptkategorie.';
    return [{ path: ['category'], message }];
  }
  if (uid !== CATEGORY_UID || !isValues(entry['parent'])) return [];
  if (entry['parent']['documentId'] === entry.documentId) {
    const message = 'Eine Kategorie kann sich nicht selbst übergeordnet sein.';
    return [{ path: ['parent'], message }];
  }
  const isTooDeep = isValues(entry['parent']['parent']) || targetsOf(entry['children']).length > 0;
  const message =
    'Kategorien haben höchstens zwei Ebenen: Die übergeordnete Kategorie muss eine Hauptkategorie ' +
    'sein, und diese Kategorie darf selbst keine Unterkategorien haben.';
  return isTooDeep ? [{ path: ['parent'], message }] : [];
}

function problemsOfRelease(
  { uid, actor }: Write,
  entry: Version,
  after: readonly Version[],
): Problem[] {
  if (uid === PAGE_UID) return problemsOfPublishedPage(entry['body']);
  if (uid !== LISTING_UID) return [];
  const problems: Problem[] = [];
  // Strapi drops a relation to a draft when it publishes.
  if (isValues(entry['organisation']) && !isValues(liveVersion(uid, after)?.['organisation'])) {
    const message =
      'Die Organisation dieses Eintrags ist noch nicht veröffentlicht. Bitte veröffentlichen Sie zuerst die Organisation.';
    problems.push({ path: ['organisation'], message });
  }
  if (actor.kind !== 'system') problems.push(...problemsOfPublishing(entry, dayInBerlin()));
  return problems;
}

/** The targets of a relation, to one or to many. */
export function targetsOf(value: unknown): { documentId: string; region?: RegionKey | null }[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter(isValues) as unknown as { documentId: string; region?: RegionKey | null }[];
}

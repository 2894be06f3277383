import { errors } from '@strapi/utils';
import { CONTENT_TYPES, FILE_UID, REGION_UID } from '../domain/content-types';
import { isValues } from '../domain/problem';
import { asSystem } from '../permissions/actor';
import { type RegionScope, scopeOf } from '../permissions/region-scope';
import { targetsOf } from './entry-rules';
import { type Version, workingVersion } from './versions';
import { type Write } from './write';

/** What only operators change about a region: its address, its editors, its neighbours. */
const OPERATOR_FIELDS = ['slug', 'editors', 'neighbours'] as const;

const FOREIGN = 'Dieser Eintrag gehört nicht zu Ihrer Region.';

/**
 * Refuses a write that its author has no business with, before anything is changed, and gives a new
 * entry the region of its editor. Fails closed: what is not known to be the editor's is refused.
 *
 * @throws ForbiddenError or ValidationError with a message for the editor.
 */
export async function guardBefore(write: Write): Promise<void> {
  const { actor, uid, action, params, before } = write;
  if (actor.kind === 'system' || actor.kind === 'super-admin') return;
  if (actor.kind === 'stranger') throw new errors.ForbiddenError('Bitte melden Sie sich an.');
  const scope = await scopeOf(write.strapi, actor);
  const isOwn = before.every((version) => isInScope(uid, version, scope));
  if (!isOwn || scope.regionIds.length === 0) throw new errors.ForbiddenError(FOREIGN);

  if (uid === REGION_UID) {
    if (action !== 'update') {
      throw new errors.ForbiddenError('Regionen legt nur der Betreiber des Portals an.');
    }
    for (const field of OPERATOR_FIELDS) delete params.data?.[field];
    return;
  }
  if (CONTENT_TYPES[uid]?.isRegional !== true) {
    throw new errors.ForbiddenError('Diesen Inhalt ändert nur der Betreiber des Portals.');
  }
  if (action === 'create') fillRegion(params.data ?? {}, scope);
}

/**
 * Refuses a write by what it led to: the entry must still be the editor's, in the same region as
 * before, and use only pictures of the editor's regions. It looks at the stored rows, so it does not
 * matter in which of its many ways the request named a relation. The transaction is still open.
 *
 * @param write - The write, with the versions before it.
 * @param after - All versions after the write.
 * @throws ForbiddenError with a message for the editor.
 */
export async function guardAfter(write: Write, after: readonly Version[]): Promise<void> {
  const { actor, strapi, uid, action, before } = write;
  if (actor.kind !== 'editor') return;
  const scope = await scopeOf(strapi, actor);
  const regionBefore = action === 'create' ? undefined : regionIdOf(uid, workingVersion(before));
  for (const version of after) {
    const isMoved = regionBefore !== undefined && regionIdOf(uid, version) !== regionBefore;
    if (isMoved || !isInScope(uid, version, scope)) {
      throw new errors.ForbiddenError(
        'Ein Eintrag kann nur in Ihrer eigenen Region liegen und sie nicht wechseln.',
      );
    }
    refuseForeignTargets(uid, version, scope);
  }
  await refuseForeignMedia(write, after, scope);
}

/** Whether an entry, or a region itself, belongs to an editor. */
function isInScope(uid: string, version: Version, { regionIds }: RegionScope): boolean {
  return regionIds.includes(regionIdOf(uid, version) ?? '');
}

function regionIdOf(uid: string, version: Version | undefined): string | undefined {
  return uid === REGION_UID ? version?.documentId : version?.region?.documentId;
}

function fillRegion(data: Record<string, unknown>, { regionIds }: RegionScope): void {
  const [only] = regionIds;
  if (data['region'] !== undefined && data['region'] !== null && !isEmptyRelation(data['region'])) {
    return;
  }
  if (only !== undefined && regionIds.length === 1) data['region'] = only;
}

/** The form sends `{connect: [], disconnect: []}` for a field that nobody touched. */
function isEmptyRelation(value: unknown): boolean {
  return (
    isValues(value) &&
    !('documentId' in value) &&
    !('id' in value) &&
    ['connect', 'set'].every((key) => {
      const part = value[key];
      return part === undefined || part === null || (Array.isArray(part) && part.length === 0);
    })
  );
}

function refuseForeignTargets(uid: string, version: Version, { regionIds }: RegionScope): void {
  const relations = CONTENT_TYPES[uid]?.regionalRelations ?? {};
  for (const [field, label] of Object.entries(relations)) {
    const isForeign = targetsOf(version[field]).some(
      (target) => !regionIds.includes(target.region?.documentId ?? ''),
    );
    if (isForeign) {
      throw new errors.ForbiddenError(
        `${label}: Es können nur Einträge Ihrer eigenen Region verknüpft werden.`,
      );
    }
  }
}

/** Pictures that an entry had already may stay, whoever uploaded them. */
async function refuseForeignMedia(
  { strapi, uid, before }: Write,
  after: readonly Version[],
  { uploaderIds }: RegionScope,
): Promise<void> {
  const known = new Set(before.flatMap((version) => mediaIdsOf(uid, version)));
  const added = after.flatMap((version) => mediaIdsOf(uid, version)).filter((id) => !known.has(id));
  if (added.length === 0) return;
  const ids = [...new Set(added)];
  const own = await asSystem(() =>
    strapi.db.query(FILE_UID).count({
      where: { id: { $in: ids }, createdBy: { id: { $in: uploaderIds } } },
    }),
  );
  if (own !== ids.length) {
    throw new errors.ForbiddenError('Es können nur Bilder Ihrer eigenen Region verwendet werden.');
  }
}

/** Numeric ids of the files that a version uses. */
function mediaIdsOf(uid: string, version: Version): number[] {
  return (CONTENT_TYPES[uid]?.mediaFields ?? []).flatMap((field) => {
    const [first = '', second] = field.split('.');
    const holders = second === undefined ? [version] : targetsOf(version[first]);
    return holders.flatMap((holder) =>
      targetsOf((holder as Record<string, unknown>)[second ?? first]).map(
        (file) => (file as unknown as { id: number }).id,
      ),
    );
  });
}

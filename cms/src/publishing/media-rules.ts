import { type Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import {
  CONTENT_TYPES,
  FILE_UID,
  LISTING_UID,
  ORGANISATION_UID,
  REGION_UID,
  STORY_UID,
} from '../domain/content-types';
import { isValues, type Values } from '../domain/problem';
import { asSystem, currentActor } from '../permissions/actor';
import { scopeOf } from '../permissions/region-scope';
import { sendHints } from './hint';
import { lockRevisions, raiseRevisions } from './revision';
import { inTransaction } from './transaction';

interface FileRow {
  id: number;
  documentId: string;
  createdBy?: { id: number } | null;
  [attribute: string]: unknown;
}

interface FileRepository {
  update(params: FileParams): Promise<unknown>;
  updateMany(params: FileParams): Promise<unknown>;
  delete(params: FileParams): Promise<unknown>;
  deleteMany(params: FileParams): Promise<unknown>;
}

interface FileParams {
  where?: unknown;
  data?: Values;
}

/**
 * Leads changes of files through the rules of the portal. The media library writes with plain
 * queries, outside of the document service and of any transaction, so its queries are wrapped:
 * replaced, described anew and deleted files raise the revision of the regions whose sites show
 * them, and editors change only files of their regions.
 *
 * @param strapi - The CMS at bootstrap, when the database is there.
 */
export function registerMediaRules(strapi: Core.Strapi): void {
  const files = strapi.db.query(FILE_UID) as unknown as FileRepository;
  const actions = ['update', 'updateMany', 'delete', 'deleteMany'] as const;
  for (const action of actions) {
    const write = files[action].bind(files);
    files[action] = (params) =>
      inTransaction(strapi, async ({ trx, onCommit }) => {
        await lockRevisions(strapi, trx);
        const rows = await filesOf(strapi, params.where);
        await refuseForeign(strapi, rows);
        const isDeletion = action === 'delete' || action === 'deleteMany';
        const changed = rows.filter((row) => isDeletion || isVisibleChange(row, params.data ?? {}));
        // Asked before the write: a deleted file is used by nobody any more.
        const usages = await Promise.all(changed.map((row) => regionsUsing(strapi, row.id)));
        const result = await write(params);
        for (const [index, { documentId }] of changed.entries()) {
          const regions = usages[index] ?? [];
          if (regions.length === 0) continue;
          const operation = isDeletion ? 'delete' : 'update';
          const change = { type: 'media', entryId: documentId, operation } as const;
          const raised = await raiseRevisions(strapi, trx, regions, change);
          onCommit(() => sendHints(strapi, raised));
        }
        return result;
      });
  }
}

async function filesOf(strapi: Core.Strapi, where: unknown): Promise<FileRow[]> {
  const rows = await asSystem(() =>
    strapi.db.query(FILE_UID).findMany({
      where: where as object,
      populate: { createdBy: { select: ['id'] } },
    }),
  );
  return rows as FileRow[];
}

async function refuseForeign(strapi: Core.Strapi, rows: readonly FileRow[]): Promise<void> {
  const actor = currentActor(strapi);
  if (actor.kind === 'system' || actor.kind === 'super-admin') return;
  const uploaderIds = actor.kind === 'editor' ? (await scopeOf(strapi, actor)).uploaderIds : [];
  if (rows.every(({ createdBy }) => uploaderIds.includes(createdBy?.id ?? -1))) return;
  throw new errors.ForbiddenError('Diese Datei gehört nicht zu Ihrer Region.');
}

/** New bytes, or a new text that visitors read. Notes about renditions and folders are neither. */
function isVisibleChange(row: FileRow, data: Values): boolean {
  if ('hash' in data) return true;
  return ['alternativeText', 'caption'].some(
    (field) => field in data && (data[field] ?? '') !== (row[field] ?? ''),
  );
}

/** Slugs of the regions whose published content shows a file. */
async function regionsUsing(strapi: Core.Strapi, fileId: number): Promise<string[]> {
  const slugs = new Set<string>();
  for (const uid of [ORGANISATION_UID, LISTING_UID, STORY_UID]) {
    for (const field of CONTENT_TYPES[uid]?.mediaFields ?? []) {
      const rows = (await asSystem(() =>
        strapi.db.query(uid).findMany({
          select: ['id'],
          where: { publishedAt: { $notNull: true }, [field]: { id: fileId } },
          populate: { region: { select: ['slug'] } },
        }),
      )) as { region: { slug: string } | null }[];
      for (const { region } of rows) if (region !== null) slugs.add(region.slug);
    }
  }
  for (const slug of await regionsBranded(strapi, fileId)) slugs.add(slug);
  return [...slugs];
}

/** Regions are few, so that their components are searched here and not in the database. */
async function regionsBranded(strapi: Core.Strapi, fileId: number): Promise<string[]> {
  const media = { select: ['id'] };
  const regions = (await asSystem(() =>
    strapi.db.query(REGION_UID).findMany({
      select: ['slug'],
      populate: {
        brand: { populate: { logo: media, cover: media } },
        partners: { populate: { logo: media } },
      },
    }),
  )) as { slug: string; brand: Values | null; partners: Values[] | null }[];
  return regions
    .filter(({ brand, partners }) =>
      [brand?.['logo'], brand?.['cover'], ...(partners ?? []).map(({ logo }) => logo)].some(
        (file) => isValues(file) && file['id'] === fileId,
      ),
    )
    .map(({ slug }) => slug);
}

import { type Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { CONTENT_TYPES, FILE_UID } from '../domain/content-types';
import { currentActor } from './actor';

type Handler = (context: AdminContext, ...rest: unknown[]) => unknown;
type Controller = Record<string, Handler>;

interface ControllerRegistry {
  extend(uid: string, extension: (controller: Controller) => Controller): void;
}

interface AdminContext {
  body: unknown;
  request: { body?: { fileIds?: unknown; folderIds?: unknown } };
  state: { userAbility: { can(action: string, subject: string): boolean } };
}

const FOLDERS_CLOSED = 'Ordner der Mediathek verwaltet nur der Betreiber des Portals.';

/**
 * Closes for editors the few doors of the admin panel that go around the document service and the
 * query layer: the counts of the home page, folders of the media library (which belong to no
 * region), deletion of many files at once, and downloads from foreign addresses.
 *
 * @param strapi - The CMS while it registers, before its routes are made.
 */
export function guardAdminControllers(strapi: Core.Strapi): void {
  const refuse = (message: string) => () => {
    throw new errors.ForbiddenError(message);
  };
  const answer = (body: unknown) => (context: AdminContext) => {
    context.body = body;
  };

  replaceForEditors(strapi, 'plugin::content-manager.homepage', {
    getCountDocuments: async (context) => {
      context.body = { data: await countOwn(strapi, context) };
    },
  });
  replaceForEditors(strapi, 'plugin::upload.admin-folder', {
    find: answer({ data: [] }),
    getStructure: answer({ data: [] }),
    findOne: refuse(FOLDERS_CLOSED),
    create: refuse(FOLDERS_CLOSED),
    update: refuse(FOLDERS_CLOSED),
  });
  replaceForEditors(strapi, 'plugin::upload.admin-folder-file', {
    moveMany: refuse(FOLDERS_CLOSED),
    deleteMany: async (context, original) => {
      await refuseForeignFiles(strapi, context);
      return original();
    },
  });
  replaceForEditors(strapi, 'plugin::upload.admin-upload', {
    uploadFromUrls: refuse('Bitte laden Sie Bilder von Ihrem Gerät hoch.'),
  });
}

function replaceForEditors(
  strapi: Core.Strapi,
  uid: string,
  replacements: Record<string, (context: AdminContext, original: () => unknown) => unknown>,
): void {
  strapi.get<ControllerRegistry>('controllers').extend(uid, (controller) => {
    const extended = Object.create(controller) as Controller;
    for (const [name, replacement] of Object.entries(replacements)) {
      const original = controller[name];
      // A new version of Strapi that renames a door must not leave it open unnoticed.
      if (original === undefined)
        throw new Error(`Strapi has no ${uid}.${name} any more to guard.`);
      extended[name] = (context, ...rest) => {
        const run = () => original.call(controller, context, ...rest);
        return currentActor(strapi).kind === 'super-admin' ? run() : replacement(context, run);
      };
    }
    return extended;
  });
}

/** Counts entries by state as the home page shows them, among those that the editor may read. */
async function countOwn(strapi: Core.Strapi, { state }: AdminContext) {
  const counts = { draft: 0, published: 0, modified: 0 };
  for (const [uid, { hasDrafts }] of Object.entries(CONTENT_TYPES)) {
    if (!state.userAbility.can('plugin::content-manager.explorer.read', uid)) continue;
    const select = ['documentId', 'updatedAt', ...(hasDrafts ? ['publishedAt'] : [])];
    // The read scope narrows this query like every other.
    const rows = (await strapi.db.query(uid).findMany({ select })) as VersionRow[];
    const versions = Map.groupBy(rows, ({ documentId }) => documentId);
    for (const entry of versions.values()) counts[stateOf(entry, hasDrafts)] += 1;
  }
  return counts;
}

interface VersionRow {
  documentId: string;
  updatedAt: string;
  publishedAt?: string | null;
}

function stateOf(versions: readonly VersionRow[], hasDrafts: boolean) {
  if (!hasDrafts) return 'published';
  const draft = versions.find(({ publishedAt }) => publishedAt === null);
  const live = versions.find(({ publishedAt }) => publishedAt !== null);
  if (live === undefined) return 'draft';
  return draft === undefined || draft.updatedAt === live.updatedAt ? 'published' : 'modified';
}

async function refuseForeignFiles(strapi: Core.Strapi, { request }: AdminContext): Promise<void> {
  const { fileIds, folderIds } = request.body ?? {};
  if (Array.isArray(folderIds) && folderIds.length > 0) {
    throw new errors.ForbiddenError(FOLDERS_CLOSED);
  }
  const ids: unknown[] = Array.isArray(fileIds) ? [...new Set(fileIds as unknown[])] : [];
  const own = await strapi.db.query(FILE_UID).count({ where: { id: { $in: ids } } });
  if (own !== ids.length) {
    throw new errors.ForbiddenError('Diese Datei gehört nicht zu Ihrer Region.');
  }
}

import { type Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { CONTENT_TYPES, REGION_UID } from '../domain/content-types';
import { asSystem, currentActor } from '../permissions/actor';
import { effectOf } from './affected-regions';
import { fillSlug, isSlugTaken, prepareInput } from './entry-defaults';
import { problemsOfInput, problemsOfOutcome } from './entry-rules';
import { sendHints } from './hint';
import { throwProblems } from './problems-error';
import { createRegionPages, removeRegionPages } from './region-pages';
import { refuseRemoval } from './removal-rules';
import { lockRevisions, raiseRevisions } from './revision';
import { storiesNaming, storyChanges } from './story-references';
import { inTransaction, type TransactionScope } from './transaction';
import { loadVersions, workingVersion } from './versions';
import { type Write, WRITE_ACTIONS, type WriteAction } from './write';
import { guardAfter, guardBefore } from './write-guard';

interface DocumentContext {
  uid: string;
  action: string;
  params: Write['params'] | undefined;
}

/** What a write of the document service answers with, as far as the rules touch it. */
interface WriteResult {
  documentId?: string;
  slug?: unknown;
  entries?: { slug?: unknown }[];
}

/**
 * Leads every write of the document service through the rules of the portal, inside one transaction:
 * guard, defaults and checks before it, guard and checks of the outcome after it, then the revision
 * and the change log. Whatever fails takes all of it back.
 *
 * @param strapi - The CMS while it registers.
 */
export function registerDocumentRules(strapi: Core.Strapi): void {
  const middleware = (context: DocumentContext, next: () => Promise<unknown>) => {
    const { uid, action } = context;
    if (!isWrite(action)) return next();
    if (CONTENT_TYPES[uid] === undefined) {
      refuseUnknownType(strapi, uid);
      return next();
    }
    return inTransaction(strapi, async (scope) => {
      await lockRevisions(strapi, scope.trx);
      const { params } = context;
      const documentId = params?.documentId;
      const write: Write = {
        strapi,
        actor: currentActor(strapi),
        uid,
        action,
        params: { ...params },
        before: documentId === undefined ? [] : await loadVersions(strapi, uid, documentId),
      };
      const run = () => {
        context.params = write.params;
        return next() as Promise<WriteResult | null>;
      };
      return applyRules(write, run, scope);
    });
  };
  strapi.documents.use(middleware as unknown as Parameters<typeof strapi.documents.use>[0]);
}

async function applyRules(
  write: Write,
  run: () => Promise<WriteResult | null>,
  { trx, onCommit }: TransactionScope,
): Promise<WriteResult | null> {
  const { strapi, uid, action } = write;
  await guardBefore(write);
  await refuseRemoval(write);
  throwProblems(problemsOfInput(write));
  await prepareInput(write);
  if (uid === REGION_UID && action === 'delete') {
    await removeRegionPages(strapi, write.params.documentId ?? '');
  }

  const naming = await storiesNaming(strapi, trx, uid, write.before);

  // The rules before and after judge the write; in between, Strapi may look at all it needs.
  const result = await asSystem(run);
  const documentId =
    action === 'create' || action === 'clone' ? result?.documentId : write.params.documentId;
  const after = documentId === undefined ? [] : await loadVersions(strapi, uid, documentId);

  await guardAfter(write, after);
  throwProblems(problemsOfOutcome(write, after));
  await fillSlug(write, after);
  await refuseTakenSlug(write, after);
  if (uid === REGION_UID && action === 'create' && documentId !== undefined) {
    await createRegionPages(strapi, documentId);
  }
  if (result !== null) showSlug(result, workingVersion(after)?.slug);

  const effect = await effectOf(write, after);
  if (effect !== null) {
    const stories = storyChanges([...naming, ...(await storiesNaming(strapi, trx, uid, after))]);
    const raised = await raiseRevisions(strapi, trx, effect.regions, effect.change, stories);
    onCommit(() => sendHints(strapi, raised));
  }
  return result;
}

/** Only a slug that was given, by the seed or an operator, can be taken. */
async function refuseTakenSlug(write: Write, after: Parameters<typeof workingVersion>[0]) {
  const entry = workingVersion(after);
  if (write.action !== 'create' || entry === undefined) return;
  if (!(await isSlugTaken(write, entry))) return;
  const message = `„${String(entry.slug)}“ wird schon verwendet. Bitte wählen Sie einen anderen Kurznamen.`;
  throwProblems([{ path: ['slug'], message }]);
}

/** The answer was put together before the slug was made. */
function showSlug(result: WriteResult, slug: unknown): void {
  for (const entry of result.entries ?? [result]) if ('slug' in entry) entry.slug = slug;
}

/** Types that the rules do not know are for the portal itself and its operators. */
function refuseUnknownType(strapi: Core.Strapi, uid: string): void {
  const actor = currentActor(strapi);
  if (actor.kind === 'system' || actor.kind === 'super-admin') return;
  throw new errors.ForbiddenError(`Dieser Bereich (${uid}) ist für Sie nicht freigegeben.`);
}

function isWrite(action: string): action is WriteAction {
  return (WRITE_ACTIONS as readonly string[]).includes(action);
}

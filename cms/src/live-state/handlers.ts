import { type Core } from '@strapi/strapi';
import { errors, z } from '@strapi/utils';
import { asSystem } from '../permissions/actor';
import { storeReport } from '../publishing/report';
import { RegionReportSchema } from '../publishing/report-schema';
import { type SignedMessage } from '../publishing/signed-post';
import { type AdminContext, mayCommand, mayRead, requireCommandRight } from './admin-context';
import { type SitesAnswer } from './answers';
import { readEntry } from './entry';
import { type OwnSite, readOwnSites } from './own-sites';
import { sendCommand } from './publisher';
import { readSites } from './sites';

type Handler = (context: AdminContext) => Promise<void>;

const RollbackSchema = z.object({ releaseId: z.string().min(1).max(200) });
const AcceptLossSchema = z.object({ revision: z.number().int().nonnegative() });

/** `GET /publishing/entries/:uid/:documentId`: where an entry stands. */
export function entryHandler(strapi: Core.Strapi): Handler {
  return async (context) => {
    const { uid = '', documentId = '' } = context.params;
    const isReadable = mayRead(context.state.userAbility, uid);
    const entry = isReadable ? await readEntry(strapi, uid, documentId) : null;
    if (entry === null) throw new errors.NotFoundError('Diesen Eintrag gibt es nicht.');
    answer(context, entry);
  };
}

/** `GET /publishing/regions`: where the sites of the user stand. */
export function sitesHandler(strapi: Core.Strapi): Handler {
  return async (context) => {
    const sites = await readSites(strapi, await readOwnSites(strapi));
    const body: SitesAnswer = { sites, mayCommand: mayCommand(context.state.userAbility) };
    answer(context, body);
  };
}

/** `POST /publishing/regions/:slug/rollback`: makes a kept release live and holds it there. */
export const rollbackHandler = commandHandler((region, body) => {
  const { releaseId } = read(RollbackSchema, body);
  return { type: 'region.rollback', data: { region, releaseId } };
});

/** `POST /publishing/regions/:slug/unpin`: ends a rollback. */
export const unpinHandler = commandHandler((region) => ({
  type: 'region.unpin',
  data: { region },
}));

/** `POST /publishing/regions/:slug/accept-loss`: lets a refused site with fewer pages go live. */
export const acceptLossHandler = commandHandler((region, body) => {
  const { revision } = read(AcceptLossSchema, body);
  return { type: 'region.accept-loss', data: { region, revision } };
});

/** Answers with the site as it stands after the command. */
function commandHandler(makeCommand: (region: string, body: unknown) => SignedMessage) {
  return (strapi: Core.Strapi): Handler =>
    async (context) => {
      requireCommandRight(context.state.userAbility);
      const site = await ownSite(strapi, context.params['slug']);
      const outcome = await sendCommand(strapi, makeCommand(site.slug, context.request.body));
      if (!outcome.isDone) {
        const { status, message } = outcome;
        context.status = status;
        context.body = { data: null, error: { status, name: 'PublisherError', message } };
        return;
      }
      // The publisher reports it as well; the page that asked need not wait for that.
      const report = RegionReportSchema.safeParse(outcome.report);
      if (report.success) await asSystem(() => storeReport(strapi, site.slug, report.data));
      answer(context, (await readSites(strapi, [site]))[0]);
    };
}

async function ownSite(strapi: Core.Strapi, slug: string | undefined): Promise<OwnSite> {
  const site = (await readOwnSites(strapi)).find((candidate) => candidate.slug === slug);
  if (site === undefined) throw new errors.NotFoundError('Diese Region gibt es nicht.');
  return site;
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new errors.ValidationError('Der Auftrag ist unvollständig. Bitte laden Sie die Seite neu.');
}

function answer(context: AdminContext, body: unknown): void {
  context.set('Cache-Control', 'no-store');
  context.body = body;
}

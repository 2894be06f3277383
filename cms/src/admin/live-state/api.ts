import { adminApi } from '@strapi/strapi/admin';
import { type EntryAnswer, type SiteAnswer, type SitesAnswer } from '../../live-state/answers';

/** What names an entry in the admin panel. */
export interface EntryKey {
  uid: string;
  documentId: string;
}

/** What an editor can have done to a site, and what it needs. */
export type SiteCommand =
  | { name: 'rollback'; body: { releaseId: string } }
  | { name: 'unpin'; body: Record<string, never> }
  | { name: 'accept-loss'; body: { revision: number } };

const SITES_TAG = 'Sites';

/**
 * The routes of `cms/src/live-state`. They share the cache of Strapi's own routes: a click on
 * „Veröffentlichen“ makes Strapi forget the entry, and with it what is known of its state.
 */
export const liveStateApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['Document', SITES_TAG] })
  .injectEndpoints({
    endpoints: (build) => ({
      entryState: build.query<EntryAnswer, EntryKey>({
        query: ({ uid, documentId }) => `/publishing/entries/${uid}/${documentId}`,
        providesTags: (_answer, _error, key) => [{ type: 'Document', id: idOf(key) }],
      }),
      sites: build.query<SitesAnswer, void>({
        query: () => '/publishing/regions',
        providesTags: [SITES_TAG],
      }),
      command: build.mutation<SiteAnswer, { region: string; command: SiteCommand }>({
        query: ({ region, command: { name, body } }) => ({
          url: `/publishing/regions/${region}/${name}`,
          method: 'POST',
          data: body,
        }),
        invalidatesTags: [SITES_TAG],
      }),
    }),
  });

/** How Strapi names an entry in its cache. */
export function idOf({ uid, documentId }: EntryKey): string {
  return `${uid}_${documentId}`;
}

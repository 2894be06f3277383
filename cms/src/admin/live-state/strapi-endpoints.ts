import { adminApi } from '@strapi/strapi/admin';
import { idOf, liveStateApi } from './api';

/** Strapi's request for the address of a preview. */
interface PreviewArguments {
  params: { contentType: string };
  query: { documentId?: string };
}

/** What of the definition of that request is changed. */
interface PreviewEndpoint {
  providesTags: (answer: unknown, error: unknown, key: PreviewArguments) => object[];
  forceRefetch: () => boolean;
}

/** Strapi's request to publish an entry, or to take it back. */
interface PublishArguments {
  model: string;
  documentId?: string;
}

interface PublishLifecycle {
  dispatch: (action: unknown) => unknown;
  queryFulfilled: Promise<unknown>;
}

/** What of the definition of that request is changed. */
interface PublishEndpoint {
  onQueryStarted?: (key: PublishArguments, lifecycle: PublishLifecycle) => Promise<void>;
}

/** What of the definition of Strapi's request to save an entry is changed. */
interface UpdateEndpoint {
  onQueryStarted?: undefined;
}

/**
 * Changes requests of Strapi's content manager, so that forms and previews show what is true now.
 *
 * The preview asks for a new address whenever it is opened and whenever the entry is saved. Strapi
 * would keep the first one, whose signature ends after a quarter of an hour; and a new address also
 * makes its frame show what has just been saved.
 *
 * A refused save leaves the form as it is. Strapi takes what was typed for saved at once and, when it
 * is refused, puts everything back that was there before: the editor's text would be lost.
 *
 * A form says that a change waits from the click on, and not only after Strapi has loaded everything
 * else anew.
 */
export function changeStrapiEndpoints(): void {
  adminApi.enhanceEndpoints({
    endpoints: {
      getPreviewUrl: (endpoint: PreviewEndpoint) => {
        endpoint.providesTags = (_answer, _error, { params, query }) => {
          const key = { uid: params.contentType, documentId: query.documentId ?? '' };
          return [{ type: 'Document', id: idOf(key) }];
        };
        endpoint.forceRefetch = () => true;
      },
      updateDocument: (endpoint: UpdateEndpoint) => {
        endpoint.onQueryStarted = undefined;
      },
      publishDocument: (endpoint: PublishEndpoint) => {
        endpoint.onQueryStarted = (key, lifecycle) => showThatItWaits(key, lifecycle, false);
      },
      unpublishDocument: (endpoint: PublishEndpoint) => {
        endpoint.onQueryStarted = (key, lifecycle) => showThatItWaits(key, lifecycle, true);
      },
    },
  });
}

async function showThatItWaits(
  { model, documentId }: PublishArguments,
  { dispatch, queryFulfilled }: PublishLifecycle,
  isRemoval: boolean,
): Promise<void> {
  if (documentId === undefined) return;
  const key = { uid: model, documentId };
  const since = new Date().toISOString();
  dispatch(
    liveStateApi.util.updateQueryData('entryState', key, (entry) => {
      for (const site of entry.sites) {
        Object.assign(site, { state: 'waiting', since, reasons: [], isRemoval });
      }
    }),
  );
  try {
    await queryFulfilled;
  } catch {
    // Nothing has changed, and the form itself says why.
    const { initiate } = liveStateApi.endpoints.entryState;
    dispatch(initiate(key, { forceRefetch: true, subscribe: false }));
  }
}

import { liveStateApi } from './api';
import { BUSY_STATES } from './entry-words';
import { usePollInterval } from './use-poll';

/**
 * Follows the state of an entry without reloading the page.
 *
 * @param uid - Content type of the entry.
 * @param documentId - Key of the entry.
 * @returns The last answer; `isStale` when the CMS does not answer any more.
 */
export function useEntryState(uid: string, documentId: string) {
  const { useQueryState, useQuerySubscription } = liveStateApi.endpoints.entryState;
  const key = { uid, documentId };
  const { data, isError } = useQueryState(key);
  const isBusy = data?.sites.some(({ state }) => BUSY_STATES.includes(state)) ?? false;
  useQuerySubscription(key, { pollingInterval: usePollInterval(isBusy) });
  return { entry: data, isStale: isError };
}

import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { SearchServerError, type SearchServerClient } from './client.ts';
import { ALL_INDEXES, indexOf } from './index-names.ts';

/** Name of the parent key, the same on every server; its value is the server's secret. */
const PARENT_KEY_UID = '8d2f0c64-5c8e-4c1e-9f57-2d6f2f6c1a90';

const KeySchema = z.object({ uid: z.string(), key: z.string() });

/** A key from which keys of visitors are made. It is never given to anybody. */
export type ParentKey = z.infer<typeof KeySchema>;

/** Finds or makes the parent key, which is good for nothing but searching the portal's indexes. */
export async function parentKey(client: SearchServerClient): Promise<ParentKey> {
  try {
    return KeySchema.parse(await client.ask('GET', `/keys/${PARENT_KEY_UID}`));
  } catch (error) {
    if (!(error instanceof SearchServerError) || error.code !== 'api_key_not_found') throw error;
  }
  const key = await client.ask('POST', '/keys', {
    uid: PARENT_KEY_UID,
    name: 'Portal search',
    description: 'Visitors get tokens made of it, each for some regions and some days.',
    actions: ['search'],
    indexes: [ALL_INDEXES],
    expiresAt: null,
  });
  return KeySchema.parse(key);
}

/**
 * Makes a visitor's key: a token with which one can search the indexes of some regions until it
 * expires, and do nothing else.
 *
 * @see https://www.meilisearch.com/docs/learn/security/generate_tenant_token_scratch
 */
export function visitorKey(parent: ParentKey, regions: readonly string[], expiresAt: Date): string {
  const claims = [
    { alg: 'HS256', typ: 'JWT' },
    {
      apiKeyUid: parent.uid,
      searchRules: Object.fromEntries(regions.map((region) => [indexOf(region), {}])),
      exp: Math.floor(expiresAt.getTime() / 1_000),
    },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  const text = claims.join('.');
  return `${text}.${createHmac('sha256', parent.key).update(text).digest('base64url')}`;
}

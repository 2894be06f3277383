import { createHmac, timingSafeEqual } from 'node:crypto';
import { PreviewClaimsSchema, type PreviewClaims } from '@portal/site/contract';

/**
 * Reads a preview link's token.
 *
 * @param token - `base64url(JSON) + '.' + base64url(HMAC-SHA-256)`, as the CMS makes it.
 * @param hintSecret - Secret that the key is derived from.
 * @param nowMs - This moment, in milliseconds since 1970.
 * @returns Null if it is forged, spoilt or too old.
 */
export function readPreviewToken(
  token: string,
  hintSecret: string,
  nowMs: number,
): PreviewClaims | null {
  const [payload = '', signature = '', ...rest] = token.split('.');
  if (rest.length > 0) return null;
  const key = createHmac('sha256', hintSecret).update('portal preview').digest();
  const expected = createHmac('sha256', key).update(payload).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  const claims = PreviewClaimsSchema.safeParse(content);
  return claims.success && claims.data.expiresAt * 1000 > nowMs ? claims.data : null;
}

/** Scheme that visitors use. */
export type Scheme = 'http' | 'https';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  // The search index is read by WebAssembly.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
];

const UNUSED_FEATURES = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
];

/**
 * The security headers of every response to a visitor, errors included. This is their only list:
 * tests hold Caddyfile and netlify.toml equal to it.
 *
 * @param scheme - Headers that force TLS are sent with `https` only.
 */
export function securityHeaders(scheme: Scheme): Record<string, string> {
  const isHttps = scheme === 'https';
  const policy = [...CONTENT_SECURITY_POLICY, ...(isHttps ? ['upgrade-insecure-requests'] : [])];
  return {
    'Content-Security-Policy': policy.join('; '),
    ...(isHttps && { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
  };
}

/** What other websites may do with a file beyond linking to it: show it in a frame, or read it. */
export type Opening = 'framed' | 'shared';

/** Paths that are open to other websites; an asterisk stands for any end. Everything else is closed. */
export const OPENINGS: Record<Opening, readonly string[]> = {
  framed: ['/einbetten/rahmen/*'],
  shared: ['/feeds/*', '/rss.xml', '/erfolge/rss.xml', '/einbetten/liste.js'],
};

/** How a path is open to other websites; null if it is not. */
export function openingOf(path: string): Opening | null {
  const isMeant = (pattern: string) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
  return (['framed', 'shared'] as const).find((name) => OPENINGS[name].some(isMeant)) ?? null;
}

/** The headers that an open path has in place of its closed ones; null: it has none. */
export function openingHeaders(scheme: Scheme, opening: Opening): Record<string, string | null> {
  if (opening === 'shared') {
    return { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };
  }
  const policy = securityHeaders(scheme)['Content-Security-Policy'] ?? '';
  return {
    'Content-Security-Policy': policy.replace("frame-ancestors 'none'", 'frame-ancestors *'),
    'X-Frame-Options': null,
  };
}

/** What browsers are told about files whose name changes with their content. */
export const IMMUTABLE_CACHE_CONTROL = 'public, max-age=31536000, immutable';
/** What they are told about everything else: keep it, but ask each time whether it is still good. */
export const REVALIDATE_CACHE_CONTROL = 'no-cache';

const MEBIBYTE = 1024 * 1024;

/** Largest file that editors may upload; also the limit of one request. */
export const MAX_UPLOAD_BYTES = 8 * MEBIBYTE;

/**
 * Formats that are accepted, as sharp calls them. No SVG (may hold scripts), no AVIF or HEIC
 * (decoders with a record of memory faults), no GIF (nobody needs moving pictures here).
 */
export const ALLOWED_FORMATS = ['jpeg', 'png', 'webp'] as const;

export type ImageFormat = (typeof ALLOWED_FORMATS)[number];

/** What every refusal of an upload ends with, for editors. */
export const ALLOWED_IN_WORDS =
  'Erlaubt sind Bilder in den Formaten JPEG, PNG und WebP mit höchstens 8 MB und 24 Megapixeln.';

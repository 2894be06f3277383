import { createHash } from 'node:crypto';
import { illustrationSvg } from './illustration.ts';
import { type Palette } from './tones.ts';

const ENDING = /\.[0-9a-f]{8}$/;
const urls = new Map<string, string>();

/**
 * Address of a category's illustration on the site. It holds a hash of the picture and may be
 * cached for ever.
 *
 * @param categoryKey - `machines` or `machines/lifting`.
 */
export function illustrationUrl(categoryKey: string, palette: Palette): string {
  const memo = `${categoryKey} ${palette.primary} ${palette.accent}`;
  const known = urls.get(memo);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(illustrationSvg(categoryKey, palette)).digest('hex');
  const url = `/illustrationen/${categoryKey.replaceAll('/', '-')}.${hash.slice(0, 8)}.svg`;
  urls.set(memo, url);
  return url;
}

/** The file name of {@link illustrationUrl} without folder and `.svg`: the route's parameter. */
export function illustrationName(categoryKey: string, palette: Palette): string {
  return illustrationUrl(categoryKey, palette).slice('/illustrationen/'.length, -'.svg'.length);
}

/** The category key that an illustration's name stands for, among the keys of the snapshot. */
export function illustrationKey(name: string, keys: Iterable<string>): string | undefined {
  const plain = name.replace(ENDING, '');
  for (const key of keys) if (key.replaceAll('/', '-') === plain) return key;
  return undefined;
}

import type { APIRoute } from 'astro';
import { loadContent } from '../../content/index.ts';
import { addDays } from '../../lib/dates.ts';

/** RFC 9116 asks for less than a year. */
const VALID_DAYS = 180;

export const GET: APIRoute = () => {
  const { region, asOf, origins } = loadContent();
  // The umbrella's office has no address in the snapshot; its imprint names one.
  const contact =
    region === null ? `${origins.site}/impressum/` : `mailto:${region.operator.email}`;
  return new Response(
    `Contact: ${contact}\n` +
      `Expires: ${addDays(monthOf(asOf), VALID_DAYS)}T00:00:00.000Z\n` +
      'Preferred-Languages: de, en\n' +
      `Canonical: ${origins.site}/.well-known/security.txt\n`,
  );
};

/** First day of a month, so that the file does not change every day. */
function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

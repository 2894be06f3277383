import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { ReleaseFactsSchema, type ReleaseFacts } from '@portal/site/contract';
import { FileList } from '../../scripts/lib/file-list.ts';
import { forEachLimited, sha256Hex } from '../../scripts/lib/files.ts';
import { readRelease } from '../../scripts/lib/release.ts';
import { KeptConnections } from './kept-connections.ts';

/** What was found of a site that is live in full. */
export interface WholeSite {
  facts: ReleaseFacts;
  files: number;
}

/**
 * Looks whether a site is served in full and from one release: everything that can be reached by
 * links from the home page, and every file that the release names, byte for byte.
 *
 * @throws Error naming everything that is missing or foreign.
 */
export async function lookAtWholeSite(
  port: number,
  releasesDir: string,
  region: string,
): Promise<WholeSite> {
  const connections = new KeptConnections(port, `${region}.localhost`, 4);
  try {
    const facts = await readFacts(connections);
    const directory = path.join(releasesDir, region, facts.releaseId);
    const release = await readRelease(directory);
    if (release === null) throw new Error(`${directory} is served but is no whole release.`);
    const files = await FileList.read(release);
    const faults: string[] = [];
    const reached = await crawl(connections, faults);
    const named = [...files.entries()];
    await forEachLimited(named, 4, async ([file, { hash }]) => {
      const { status, body } = await connections.get(addressOf(file));
      const isRight = file === '404.html' || status === 200;
      if (!isRight || sha256Hex(body) !== hash) faults.push(`${file}: ${status}`);
    });
    for (const file of reached) {
      if (files.get(file) === undefined) faults.push(`${file} is linked but not of the release`);
    }
    if ((await readFacts(connections)).releaseId !== facts.releaseId) {
      throw new Error(`${region} was published while it was looked at.`);
    }
    if (faults.length > 0) throw new Error(`${region} ${facts.releaseId}: ${faults.join(', ')}`);
    return { facts, files: named.length };
  } finally {
    connections.close();
  }
}

/** Facts of the live release, as visitors can read them. */
export async function readFacts(connections: KeptConnections): Promise<ReleaseFacts> {
  const { status, body } = await connections.get('/.well-known/release.json');
  if (status !== 200) throw new Error(`release.json answered ${status}: ${body.toString()}`);
  return ReleaseFactsSchema.parse(JSON.parse(body.toString()));
}

/** Internal addresses that a page names. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/(?:href|src)="(\/(?!\/)[^"?#]*)/g)].map(([, link = '']) => link);
}

async function crawl(connections: KeptConnections, faults: string[]): Promise<Set<string>> {
  const seen = new Set(['/']);
  const reached = new Set<string>();
  for (const address of seen) {
    const { status, body } = await connections.get(address);
    if (status !== 200) faults.push(`${address} answered ${status}`);
    reached.add(fileOf(address));
    if (!fileOf(address).endsWith('.html')) continue;
    for (const link of linksOf(body.toString())) seen.add(link);
  }
  return reached;
}

function fileOf(address: string): string {
  return address.endsWith('/') ? `${address.slice(1)}index.html` : address.slice(1);
}

function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** Names in a region's folder that a publisher at rest does not need, its one spare left out. */
export function leftoversOf(dataDir: string, region: string): string[] {
  const regionDir = path.join(dataDir, 'releases', region);
  const hidden = readdirSync(regionDir).filter((name) => name.startsWith('.'));
  const [, ...moreSpares] = hidden.filter((name) => name.startsWith('.spare-'));
  return [...hidden.filter((name) => !name.startsWith('.spare-')), ...moreSpares];
}

/** Name of the release that is live, as the disk says. */
export function liveReleaseId(dataDir: string, region: string): string {
  return readlinkSync(path.join(dataDir, 'releases', region, 'current'));
}

/** A file of the live release, as the disk has it. */
export function readLive(dataDir: string, region: string, file: string): string {
  return readFileSync(path.join(dataDir, 'releases', region, 'current/site', file), 'utf8');
}

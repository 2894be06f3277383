import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import type { RenderedSite } from '@portal/site/contract';
import type { OpenRenderer, Renderer } from '../../scripts/lib/site-build/renderer.ts';
import type { Step } from './edit-arbitraries.ts';
import { FIRST_FILES, MEDIA_FILES } from './edit-values.ts';
import { REGION, RegionModel, type Edit, type Size } from './region-model.ts';
import { differences } from './site-bytes.ts';
import { Site } from './site.ts';

/** Two renderers, so that one can be compared with the other, and the folders that they work in. */
export class Workshop {
  readonly #dir: string;
  readonly #mediaDir: string;
  /** The warm one first; they change roles at a restart. */
  readonly #renderers: [Renderer, Renderer];
  /** Sites before anything happens, because all sequences begin with the same. */
  readonly #starts = new Map<Size, Site>();

  private constructor(dir: string, renderers: [Renderer, Renderer]) {
    this.#dir = dir;
    this.#mediaDir = path.join(dir, 'media');
    this.#renderers = renderers;
  }

  /** Starts the renderers. */
  static async open(openRenderer: OpenRenderer): Promise<Workshop> {
    const dir = await mkdtemp(path.join(tmpdir(), 'portal-property-'));
    const start = () =>
      openRenderer({
        region: REGION,
        mediaDir: path.join(dir, 'media'),
        cacheDir: path.join(dir, 'cache'),
        siteOrigin: `http://${REGION}.localhost:4321`,
        umbrellaOrigin: 'http://localhost:4321',
      });
    return new Workshop(dir, [await start(), await start()]);
  }

  /** Ends the renderers and removes all files. */
  async close(): Promise<void> {
    for (const renderer of this.#renderers) renderer.close();
    await rm(this.#dir, { recursive: true });
  }

  /**
   * Follows a region through some steps and compares its site with one that is rendered anew.
   *
   * @throws AssertionError where they differ.
   */
  async followPages(size: Size, steps: readonly Step[]): Promise<void> {
    const { site, model } = await this.#begin(size);
    for (const step of steps) {
      await this.#take(step, site, model);
      if (typeof step === 'object' && 'isChecked' in step && step.isChecked) {
        await this.#compare(site, model.snapshot());
      }
    }
    await this.#changeNothing(site, model);
    await this.#compare(site, model.snapshot());
  }

  /**
   * Follows a region through some steps and compares its search index with one that is made of the
   * newest snapshot alone.
   *
   * @throws AssertionError where they differ.
   */
  async followSearch(size: Size, steps: readonly Step[]): Promise<void> {
    const { site, model } = await this.#begin(size);
    const before = await site.searchIndex();
    for (const step of steps) await this.#take(step, site, model);
    const { isSearchStale } = site;
    const after = await site.searchIndex();
    if (!isSearchStale) expect(differences(before, after)).toEqual([]);
    const fresh = new Site(this.#dir);
    await fresh.renderAll(this.#renderers[1], model.snapshot());
    expect(differences(after, await fresh.searchIndex())).toEqual([]);
  }

  /**
   * Follows a region through some steps and then edits the text of one of its listings.
   *
   * @returns How many files are rendered for that, and how many name the listing.
   * @throws AssertionError where the site differs from one that is rendered anew.
   */
  async followText(
    size: Size,
    steps: readonly Step[],
  ): Promise<{ rendered: number; naming: number }> {
    const { site, model } = await this.#begin(size);
    for (const step of steps) await this.#take(step, site, model);
    const { id, path: address } = model.anyListing();
    const values = { description: 'Ein neuer Text' };
    const { delta } = model.change([{ put: 'listing', id, values }]);
    await site.change('delta', delta ?? '');
    await this.#compare(site, model.snapshot());
    const naming = [...site.bytes].filter(
      ([file, content]) => !/\.(?:br|gz)$/.test(file) && content.includes(address),
    );
    return { rendered: site.rendered.rendered, naming: naming.length };
  }

  /**
   * Has a listing come to a region, and go again.
   *
   * @returns For each, how many files are rendered, and how many of them are new or different.
   * @throws AssertionError where the site differs from one that is rendered anew.
   */
  async followOneListing(size: Size): Promise<{ rendered: number; written: number }[]> {
    const { site, model } = await this.#begin(size);
    const edits: Edit[] = [
      { put: 'listing', id: 'l9999', values: {} },
      { take: 'listing', id: 'l9999' },
    ];
    const changes: { rendered: number; written: number }[] = [];
    for (const edit of edits) {
      await site.change('delta', model.change([edit]).delta ?? '');
      await this.#compare(site, model.snapshot());
      const { rendered, written } = site.rendered;
      changes.push({ rendered, written: Object.keys(written).length });
    }
    return changes;
  }

  async #begin(size: Size): Promise<{ site: Site; model: RegionModel }> {
    await rm(this.#mediaDir, { recursive: true, force: true });
    await mkdir(this.#mediaDir);
    for (const file of FIRST_FILES) await this.#deliver(file);
    const model = new RegionModel(size);
    const start = this.#starts.get(size) ?? new Site(this.#dir);
    const site = new Site(this.#dir, start);
    await site.renderAll(this.#renderers[0], model.snapshot());
    if (!this.#starts.has(size)) this.#starts.set(size, new Site(this.#dir, site));
    return { site, model };
  }

  async #take(step: Step, site: Site, model: RegionModel): Promise<void> {
    if (step === 'restart') {
      this.#renderers.reverse();
      await site.renderAll(this.#renderers[0], model.snapshot());
      // A publisher that starts finds what it has left: else it would not keep the renderer.
      expect(site.rendered).toMatchObject({ written: {}, removed: [] });
    } else if ('preview' in step) {
      await this.#preview(model.drafts(step.preview), step.path);
    } else {
      for (const edit of step.edits) if ('deliver' in edit) await this.#deliver(edit.deliver);
      const { delta, snapshot } = model.change(step.edits);
      if (step.source === 'snapshot' || delta === null) await site.change('snapshot', snapshot);
      else await site.change('delta', delta);
    }
  }

  async #preview(documents: object[], pagePath: string | null): Promise<void> {
    const shown = this.#renderers[0].preview({ documents, path: pagePath });
    // A path that is not there cannot be shown; the page of a draft always can.
    await (pagePath === null ? shown : shown.catch(() => null));
  }

  /** A change of nothing finds nothing to do, whatever has happened before. */
  async #changeNothing(site: Site, model: RegionModel): Promise<void> {
    await site.change('delta', model.change([]).delta ?? '');
    expect(site.rendered).toMatchObject({ written: {}, removed: [], rendered: 0 });
  }

  async #compare(site: Site, snapshot: string): Promise<void> {
    const fresh = new Site(this.#dir);
    await fresh.renderAll(this.#renderers[1], snapshot);
    expect(factsOf(site.rendered)).toEqual(factsOf(fresh.rendered));
    expect(differences(site.bytes, fresh.bytes)).toEqual([]);
  }

  async #deliver(file: string): Promise<void> {
    await writeFile(path.join(this.#mediaDir, file), MEDIA_FILES.get(file) ?? '');
  }
}

/** What a renderer says of the whole site; the order of what it lists means nothing. */
function factsOf(rendered: RenderedSite) {
  const { header, counts, brokenLinks, brandProblems } = rendered;
  const sorted = (items: readonly unknown[]) => items.map((item) => JSON.stringify(item)).sort();
  return {
    header: { ...header, documents: 0 },
    ...{ counts, brokenLinks, brandProblems },
    emptyPages: sorted(rendered.emptyPages),
    quarantine: sorted(rendered.quarantine),
    excluded: sorted(rendered.excluded),
    missingMedia: sorted(rendered.missingMedia),
  };
}

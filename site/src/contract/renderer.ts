import type { DeltaType, QuarantineEntry, SnapshotHeader } from './feed.ts';

/**
 * What the publisher and a site's renderer, its child process, tell each other. Both are of the same
 * version, so these are types and no schemas.
 */

/** What is known of a file of a site. */
export interface FileFacts {
  /** SHA-256 of the content, in hex. */
  hash: string;
  /** In bytes. */
  size: number;
  /** Compressed twins that lie beside the file, by their extension. */
  encodings: ('br' | 'gz')[];
}

/** A picture whose file is not there; the entry is shown without it. */
export interface MissingMedia {
  file: string;
  type: string;
  documentId: string;
  title: string;
}

/** Pages that link to something that is not there. */
export interface BrokenLink {
  target: string;
  /** Paths of some of the pages, sorted. */
  pages: string[];
  /** How many pages there are in all. */
  count: number;
}

/** An entry that keeps the contract but cannot be shown. */
export interface Excluded {
  type: DeltaType;
  documentId: string;
}

/** What the renderer did, and what it knows of the whole site afterwards. */
export interface RenderedSite {
  header: SnapshotHeader;
  /** Files that it wrote, by path: those that are new or different. */
  written: Record<string, FileFacts>;
  /** Paths of files that are no longer part of the site. */
  removed: string[];
  /** Pages and endpoints that it rendered, changed or not. */
  rendered: number;
  /** How much of everything the site holds, such as pages and listings. */
  counts: Record<string, number>;
  quarantine: QuarantineEntry[];
  /** Entries of the quarantine on which the rendering itself broke, or which link to nothing. */
  excluded: Excluded[];
  missingMedia: MissingMedia[];
  brokenLinks: BrokenLink[];
  /** Paths of pages that show no text. */
  emptyPages: string[];
  /** What is wrong with the region's colours, in the editors' language. */
  brandProblems: string[];
  /** Whether what visitors can find has changed. */
  isSearchStale: boolean;
}

/** What has become of a search index. */
export interface SearchIndexFiles {
  /** Revision that can be searched. */
  revision: number;
  /** Files that are new or different, by path; all are below `pagefind/`. */
  written: Record<string, FileFacts>;
  /** Known files that it does not have any more. */
  removed: string[];
}

/** What a search server has to learn of a region's documents; they themselves are in files. */
export interface SearchRecords {
  /** Revision that can be searched afterwards. */
  revision: number;
  /** Documents that the index then holds. */
  count: number;
  /** Documents that are new or different. */
  changed: number;
  /** Ids of documents that are gone. */
  removed: string[];
  /** How the server has to search the index. */
  settings: object;
  /** Slugs of the regions whose documents may be searched as well. */
  neighbours: string[];
}

/** A question to the renderer. It answers one after the other. */
export type RendererRequest =
  /** Reads the content and renders all of it. */
  | {
      type: 'render-all';
      snapshotFile: string;
      outDir: string;
      /** What the live site has; what is the same is not written again. */
      knownFiles?: Record<string, FileFacts>;
    }
  /** Takes in a change and renders what it touches; `source` is a delta or a newer snapshot. */
  | { type: 'render-change'; source: 'delta' | 'snapshot'; file: string; outDir: string }
  /** Writes the search index of the content as it is: only what `knownFiles` do not hold. */
  | {
      type: 'search-index';
      snapshotFiles: string[];
      excluded: Excluded[];
      outDir: string;
      knownFiles?: Record<string, FileFacts>;
    }
  /**
   * Writes what a search server has to learn; `snapshotFiles` null: of the content that the renderer
   * holds, `knownFile` null: all of it.
   */
  | {
      type: 'search-records';
      snapshotFiles: string[] | null;
      excluded: Excluded[];
      knownFile: string | null;
      outDir: string;
    }
  /** Renders one path, or the page of the first document, with documents in place of published ones. */
  | { type: 'preview'; documents: unknown[]; path: string | null };

/** A page, picture or style of a preview. */
export interface PreviewAnswer {
  status: number;
  contentType: string;
  /** Base64. */
  body: string;
  /** Path that was rendered; null if the documents cannot be shown yet. */
  path: string | null;
  /** Why the documents cannot be shown, in the editors' language. */
  problems: string[];
}

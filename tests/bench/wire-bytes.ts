import type { Page, Request } from '@playwright/test';

/** Bytes since the last look, as they came over the wire, headers included. */
export interface Transfer {
  /** The site's own programs. */
  scripts: number;
  /** The index with all that belongs to it. */
  search: number;
  images: number;
  /** Requests for the index. */
  searchRequests: number;
}

const NOTHING: Transfer = { scripts: 0, search: 0, images: 0, searchRequests: 0 };

/** Counts what a page and its workers load. */
export class WireBytes {
  #sum = { ...NOTHING };
  readonly #counting = new Set<Promise<void>>();

  constructor(page: Page) {
    page.on('requestfinished', (request) => {
      const counted = this.#count(request).finally(() => this.#counting.delete(counted));
      this.#counting.add(counted);
    });
  }

  /** What has come since the last call. */
  async take(): Promise<Transfer> {
    await Promise.all(this.#counting);
    const sum = this.#sum;
    this.#sum = { ...NOTHING };
    return sum;
  }

  async #count(request: Request): Promise<void> {
    const kind = kindOf(new URL(request.url()).pathname);
    const response = await request.response();
    if (kind === null || response === null) return;
    const { responseBodySize, responseHeadersSize } = await request.sizes();
    this.#sum[kind] += responseBodySize + responseHeadersSize;
    if (kind === 'search') this.#sum.searchRequests += 1;
  }
}

function kindOf(pathname: string): 'scripts' | 'search' | 'images' | null {
  if (pathname.includes('/pagefind/')) return 'search';
  if (/\.(?:webp|svg|png)$/.test(pathname)) return 'images';
  return pathname.endsWith('.js') ? 'scripts' : null;
}

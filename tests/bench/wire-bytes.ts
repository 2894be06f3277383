import type { Page } from '@playwright/test';

/** Bytes since the last look, as they came over the wire, headers included. */
export interface Transfer {
  /** The site's own programs. */
  scripts: number;
  /** The index with all that belongs to it. */
  search: number;
  images: number;
}

const NOTHING: Transfer = { scripts: 0, search: 0, images: 0 };

/** Counts what a page loads. */
export class WireBytes {
  #sum = { ...NOTHING };

  /** Begins to count. */
  static async of(page: Page): Promise<WireBytes> {
    const wire = new WireBytes();
    const session = await page.context().newCDPSession(page);
    const kinds = new Map<string, keyof Transfer | null>();
    session.on('Network.requestWillBeSent', ({ requestId, request }) => {
      kinds.set(requestId, kindOf(new URL(request.url).pathname));
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? null;
      if (kind !== null) wire.#sum[kind] += encodedDataLength;
    });
    await session.send('Network.enable');
    return wire;
  }

  /** What has come since the last call. */
  take(): Transfer {
    const sum = this.#sum;
    this.#sum = { ...NOTHING };
    return sum;
  }
}

function kindOf(pathname: string): keyof Transfer | null {
  if (pathname.includes('/pagefind/')) return 'search';
  if (/\.(?:webp|svg|png)$/.test(pathname)) return 'images';
  return pathname.endsWith('.js') ? 'scripts' : null;
}

import { cardFile, fromCard } from '../../lib/search-card.ts';
import type { SearchHit } from '../../lib/search-document.ts';

/** Reads what results show, each document's once. */
export class Cards {
  readonly #known = new Map<string, Promise<SearchHit>>();

  /**
   * Reads a card.
   *
   * @param basePath - Folder of the index that has it.
   * @throws Error if it cannot be read; the next call tries again.
   */
  read(basePath: string, id: string): Promise<SearchHit> {
    const address = basePath + cardFile(id);
    let card = this.#known.get(address);
    if (card === undefined) {
      card = load(address).catch((error: unknown) => {
        this.#known.delete(address);
        throw error;
      });
      this.#known.set(address, card);
    }
    return card;
  }
}

async function load(address: string): Promise<SearchHit> {
  const { ok, status, body } = await fetch(address);
  if (!ok || body === null) throw new Error(`${address} answers ${status}.`);
  const text = new Response(body.pipeThrough(new DecompressionStream('gzip')));
  return fromCard((await text.json()) as unknown[]);
}

/** Kinds of items in CBOR (RFC 8949), as far as an index has them. */
export const NUMBER = 0;
export const NEGATIVE = 1;
const TEXT = 3;
export const LIST = 4;

/** What the low bits of a head say of its value: below, it is the value itself. */
const ONE_BYTE = 24;
const TWO_BYTES = 25;
const FOUR_BYTES = 26;

/** Writes one item of CBOR after the other. */
export class CborWriter {
  #bytes = Buffer.allocUnsafe(32);
  #length = 0;

  /** Number of bytes written. */
  get length(): number {
    return this.#length;
  }

  /** What has been written; to be used before the next is. */
  get written(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /**
   * Writes the head of an item.
   *
   * @param value - A number below 2³², or that of the items in a list. A negative number is one less
   *   than minus its value.
   */
  head(kind: number, value: number): void {
    if (value < ONE_BYTE) {
      this.repeat(kind, value, 1);
      return;
    }
    this.#makeRoom(5);
    const [code, size] =
      value < 2 ** 8 ? [ONE_BYTE, 1] : value < 2 ** 16 ? [TWO_BYTES, 2] : [FOUR_BYTES, 4];
    this.#bytes[this.#length] = (kind << 5) | code;
    this.#bytes.writeUIntBE(value, this.#length + 1, size);
    this.#length += 1 + size;
  }

  /** Writes the same item some times: a number below 24, or an empty list. */
  repeat(kind: number, value: number, times: number): void {
    this.#makeRoom(times);
    for (let left = times; left > 0; left -= 1) {
      this.#bytes[this.#length++] = (kind << 5) | value;
    }
  }

  text(text: string): void {
    const size = Buffer.byteLength(text);
    this.head(TEXT, size);
    this.#makeRoom(size);
    this.#length += this.#bytes.write(text, this.#length);
  }

  /** Takes over items that were written elsewhere. */
  append(items: Uint8Array): void {
    this.#makeRoom(items.length);
    this.#bytes.set(items, this.#length);
    this.#length += items.length;
  }

  #makeRoom(size: number): void {
    if (this.#length + size <= this.#bytes.length) return;
    const bytes = Buffer.allocUnsafe(2 * this.#bytes.length + size);
    this.#bytes.copy(bytes, 0, 0, this.#length);
    this.#bytes = bytes;
  }
}

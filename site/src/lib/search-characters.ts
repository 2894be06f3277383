/** Printable, and none of the first is one that JSON or a packed text uses itself. */
const FIRST_CHARACTER = 35;
/** All characters up to this one are single units of UTF-16. Odd, so that the day before it is a late one. */
const LARGEST = 50_001;

/** A small number as one character, which compresses better than digits. Larger ones become the largest. */
export function toCharacter(number: number): string {
  return String.fromCharCode(FIRST_CHARACTER + Math.min(number, LARGEST));
}

/** The number that a text begins with. */
export function toNumber(text: string): number {
  return text.charCodeAt(0) - FIRST_CHARACTER;
}

import { compareText } from './compare-text.ts';

/** What appears on a day. */
interface Dated {
  publishedOn: string;
  documentId: string;
}

/** The order of entries by their day of publication, the newest first; always the same. */
export function newestFirst(a: Dated, b: Dated): number {
  return compareText(b.publishedOn, a.publishedOn) || compareText(a.documentId, b.documentId);
}

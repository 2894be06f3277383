/** Gives the ids of the best documents for a text, the best first. */
export type Find = (text: string) => Promise<string[]>;

/** An engine of the search, over the demo content. */
export interface SearchEngine {
  /** The search as the site has it. */
  ours: (region: string) => Promise<Find>;
  /** The engine as it comes, with titles, texts and tags as they are. */
  untuned: (region: string) => Promise<Find>;
  close: () => Promise<void>;
}

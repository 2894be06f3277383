/** The part of Pagefind's browser module that the provider uses. */
export interface PagefindModule {
  createInstance(options: {
    basePath: string;
    ranking?: { metaWeights: Record<string, number> };
  }): PagefindInstance;
}

export interface PagefindInstance {
  init(): Promise<void>;
  search(
    text: string | null,
    options: { filters: Record<string, unknown>; sort: Record<string, 'asc' | 'desc'> },
  ): Promise<PagefindAnswer>;
  preload(text: string): Promise<void>;
}

export interface PagefindAnswer {
  results: { id: string; data: () => Promise<PagefindFragment> }[];
  /** Per filter and value, the number of results. */
  filters: Record<string, Record<string, number>>;
}

interface PagefindFragment {
  url: string;
  filters: Record<string, string[]>;
}

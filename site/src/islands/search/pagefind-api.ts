/** The part of Pagefind's browser module that the provider uses. */
export interface PagefindModule {
  createInstance(options: {
    basePath: string;
    ranking?: { metaWeights: Record<string, number> };
  }): PagefindInstance;
}

export interface PagefindInstance {
  init(): Promise<void>;
  /** Searches another index as well from now on. */
  mergeIndex(
    basePath: string,
    options: { ranking: { metaWeights: Record<string, number> } },
  ): Promise<void>;
  destroy(): Promise<void>;
  /** @param text - Null for everything. */
  search(text: string | null): Promise<PagefindAnswer>;
}

export interface PagefindAnswer {
  results: { id: string; score: number; data: () => Promise<{ url: string }> }[];
}

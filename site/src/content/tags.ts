/** Name of something that a page may show, such as `listing:abc` or `count:offer mode:lend`. */
export type Tag = string;

/**
 * Notes what pages ask of the content, and what of it has changed, so that a change costs as much as
 * the pages that it touches. Every question of the content store leaves a tag; no page has to
 * declare what it depends on.
 */
export class TagLog {
  #reading: Set<Tag> | null = null;
  #touched = new Set<Tag>();

  /** Notes that the page that is being rendered depends on something. */
  read(tag: Tag): void {
    this.#reading?.add(tag);
  }

  /** Notes that something has changed. */
  touch(tag: Tag): void {
    this.#touched.add(tag);
  }

  /**
   * Runs code and collects what it asks. One at a time: the store cannot tell pages apart that are
   * rendered side by side.
   *
   * @throws Error if another page is being rendered.
   */
  async record<T>(work: () => Promise<T>): Promise<{ result: T; tags: Set<Tag> }> {
    if (this.#reading !== null) throw new Error('Pages are rendered one after the other.');
    const tags = new Set<Tag>();
    this.#reading = tags;
    try {
      return { result: await work(), tags };
    } finally {
      this.#reading = null;
    }
  }

  /** Asks without leaving tags, for answers that have a tag of their own. */
  untracked<T>(ask: () => T): T {
    return this.#into(null, ask);
  }

  /** Asks aside from the page that is being rendered, and collects what the answer depends on. */
  trace<T>(ask: () => T): { result: T; tags: Set<Tag> } {
    const tags = new Set<Tag>();
    return { result: this.#into(tags, ask), tags };
  }

  /** Whether one of these has changed since {@link TagLog.takeTouched}. */
  hasTouched(tags: ReadonlySet<Tag>): boolean {
    return !tags.isDisjointFrom(this.#touched);
  }

  /** What has changed since the last call. */
  takeTouched(): Set<Tag> {
    const touched = this.#touched;
    this.#touched = new Set();
    return touched;
  }

  #into<T>(tags: Set<Tag> | null, ask: () => T): T {
    const reading = this.#reading;
    this.#reading = tags;
    try {
      return ask();
    } finally {
      this.#reading = reading;
    }
  }
}

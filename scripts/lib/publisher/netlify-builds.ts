interface Build {
  /** What was wanted when it was asked for: it shows at least that. */
  revision: number;
  /** What was wanted when it began, as far as can be told: it need not be asked for again. */
  covers: number;
  /** When it was asked for or began, in milliseconds since 1970. */
  since: number;
}

/** One under way and one behind it: Netlify skips what waits in between. */
const MOST_BUILDS = 2;

/**
 * The builds that Netlify was asked for. It does not tell what becomes of them: what the site shows
 * decides.
 */
export class NetlifyBuilds {
  #builds: Build[] = [];

  /** Whether Netlify has something to do. */
  get areUnderWay(): boolean {
    return this.#builds.length > 0;
  }

  /** Whether another build would show something that these do not. */
  wouldHelp(wanted: number): boolean {
    const last = this.#builds.at(-1);
    if (last === undefined) return true;
    return this.#builds.length < MOST_BUILDS && last.covers < wanted;
  }

  /** Notes that Netlify has accepted one. */
  add(wanted: number, nowMs: number): void {
    this.#builds.push({ revision: wanted, covers: wanted, since: nowMs });
  }

  /**
   * Crosses off the builds whose content is shown.
   *
   * @returns Whether there were any.
   */
  settle(shown: number, wanted: number, nowMs: number): boolean {
    const before = this.#builds.length;
    this.#builds = this.#builds.filter(({ revision }) => revision > shown);
    const isProgress = this.#builds.length < before;
    const [next] = this.#builds;
    if (isProgress && next !== undefined) {
      // It has begun just now, when the one before it ended.
      next.covers = wanted;
      next.since = nowMs;
    }
    if (shown >= wanted) this.#builds = [];
    return isProgress;
  }

  /**
   * Gives up the first build if it has taken too long.
   *
   * @returns Whether it had.
   */
  giveUp(timeoutMs: number, nowMs: number): boolean {
    const [first] = this.#builds;
    if (first === undefined || nowMs - first.since < timeoutMs) return false;
    this.#builds.shift();
    return true;
  }
}

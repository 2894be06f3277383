import type { Logger } from '../logger.ts';
import { systemClock, type Clock } from './clock.ts';
import { NetlifySite, type NetlifyLimits, type NetlifyReport } from './netlify-site.ts';

/** What publishing to Netlify needs. */
export interface NetlifyTargetOptions {
  /** Build hooks by region, secrets all of them. */
  hooks: ReadonlyMap<string, string>;
  /** Origin of a region's site, without trailing slash. */
  siteOrigin: (region: string) => string;
  /** Called whenever a report has changed. */
  onChange?: (region: string, report: NetlifyReport) => void;
  logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  clock?: Clock;
  random?: () => number;
  limits?: Partial<NetlifyLimits>;
}

const LIMITS: NetlifyLimits = {
  pollMs: 3_000,
  recheckMs: 60_000,
  buildTimeoutMs: 900_000,
  callTimeoutMs: 10_000,
};

const WITHOUT_HOOK: NetlifyReport = {
  state: 'failed',
  liveRevision: 0,
  releaseId: null,
  deployedAt: null,
  lastError:
    'Für diese Region ist noch keine Website bei Netlify eingerichtet. Bitte die Technik, sie anzulegen und ihren Build-Hook in NETLIFY_HOOKS einzutragen.',
  attempts: 0,
};

/** Publishes regions to Netlify, one site each. Regions do not wait for one another. */
export class NetlifyTarget {
  readonly #options: NetlifyTargetOptions;
  readonly #sites = new Map<string, NetlifySite>();
  #isStopped = false;

  constructor(options: NetlifyTargetOptions) {
    this.#options = options;
  }

  /** Whether a region has a build hook. */
  has(region: string): boolean {
    return this.#options.hooks.has(region);
  }

  /**
   * Says that the CMS is at a revision of a region, and sees to it that the site shows it. Returns
   * at once and never fails; call it with every comparison.
   */
  want(region: string, revision: number): void {
    const hookUrl = this.#options.hooks.get(region);
    if (hookUrl === undefined || this.#isStopped) return;
    let site = this.#sites.get(region);
    if (site === undefined) this.#sites.set(region, (site = this.#createSite(region, hookUrl)));
    site.want(revision);
  }

  /** What is known of a region; null before its site was seen. */
  report(region: string): NetlifyReport | null {
    if (!this.has(region)) return WITHOUT_HOOK;
    return this.#sites.get(region)?.report() ?? null;
  }

  /** Ends the work on a region, because it is gone or another publisher has it now. */
  async forget(region: string): Promise<void> {
    const site = this.#sites.get(region);
    this.#sites.delete(region);
    await site?.stop();
  }

  /** Ends all work and waits until nothing runs any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all([...this.#sites.values()].map((site) => site.stop()));
  }

  #createSite(region: string, hookUrl: string): NetlifySite {
    const {
      siteOrigin,
      onChange,
      logger,
      clock = systemClock,
      random = Math.random,
    } = this.#options;
    return new NetlifySite({
      region,
      hookUrl,
      origin: siteOrigin(region),
      onChange: (report) => onChange?.(region, report),
      logger,
      clock,
      random,
      limits: { ...LIMITS, ...this.#options.limits },
    });
  }
}

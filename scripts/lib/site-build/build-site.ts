import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { OutputTail, signalGroup, startNodeChild } from '../child-process.ts';
import { BuildError } from '../errors.ts';
import { SITE_DIR } from '../paths.ts';

const OUTPUT_CHARACTERS = 64_000;
const OUTPUT_LINES = 400;
const KILL_AFTER_MS = 2_000;

/** One site to build; docs/architecture.md explains the variables behind it. */
export interface BuildRequest {
  /** Region slug or `umbrella`. */
  region: string;
  snapshotFile: string;
  mediaDir: string;
  outDir: string;
  cacheDir: string;
  /** Origin of the site, without trailing slash. */
  siteOrigin: string;
  umbrellaOrigin: string;
}

/**
 * Builds one site into an empty folder. The publisher gets it as an argument, so that tests can
 * publish without a real build.
 *
 * @throws {@link BuildError} if the build fails, hangs or is aborted.
 */
export type SiteBuilder = (request: BuildRequest, signal: AbortSignal) => Promise<void>;

/** Limits of a build. */
export interface BuilderOptions {
  timeoutMs: number;
  /** Memory that JavaScript may take, in MiB. */
  maxHeapMib?: number;
  /** Replaces `astro build`, for tests of the limits. */
  command?: readonly string[];
}

/** Makes the builder that runs `astro build` as a child process without secrets. */
export function createSiteBuilder({
  timeoutMs,
  maxHeapMib = 1_536,
  command,
}: BuilderOptions): SiteBuilder {
  return async (request, signal) => {
    await mkdir(request.outDir, { recursive: true });
    await mkdir(request.mediaDir, { recursive: true });
    const child = startNodeChild({
      args: command ?? [astroScript(), 'build'],
      cwd: SITE_DIR,
      env: buildEnvironment(request, maxHeapMib),
    });
    const output = new OutputTail(OUTPUT_CHARACTERS);
    output.follow(child);
    const outputText = () => output.lines(OUTPUT_LINES).join('\n');

    await new Promise<void>((resolve, reject) => {
      let endedBy: 'timeout' | 'abort' | null = null;
      const end = (reason: 'timeout' | 'abort') => {
        endedBy ??= reason;
        signalGroup(child, 'SIGTERM');
        setTimeout(() => {
          signalGroup(child, 'SIGKILL');
        }, KILL_AFTER_MS).unref();
      };
      const onAbort = () => {
        end('abort');
      };
      const timer = setTimeout(() => {
        end('timeout');
      }, timeoutMs);
      signal.addEventListener('abort', onAbort, { once: true });
      if (signal.aborted) onAbort();
      let startError: Error | null = null;
      child.once('error', (error) => {
        startError = error;
      });
      // Helpers of the build must not outlive it, and would hold its output open.
      child.once('exit', () => {
        signalGroup(child, 'SIGKILL');
      });
      child.once('close', (code, exitSignal) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        if (code === 0 && endedBy === null) resolve();
        else if (startError !== null) reject(notStarted(request.region, startError));
        else
          reject(toBuildError(request.region, timeoutMs, endedBy, code, exitSignal, outputText()));
      });
    });
  };
}

function notStarted(region: string, cause: Error): BuildError {
  return new BuildError(`The build of ${region} did not start`, {
    hint: 'Run npm ci again.',
    cause,
  });
}

function toBuildError(
  region: string,
  timeoutMs: number,
  endedBy: 'timeout' | 'abort' | null,
  code: number | null,
  exitSignal: NodeJS.Signals | null,
  output: string,
): BuildError {
  if (endedBy === 'abort') {
    return new BuildError(`The build of ${region} was stopped.`, {
      hint: 'The next start of the publisher repeats it.',
      output,
    });
  }
  if (endedBy === 'timeout') {
    return new BuildError(`The build of ${region} did not end within ${timeoutMs / 1000} s.`, {
      hint: 'Raise BUILD_TIMEOUT_SECONDS if the machine is slow.',
      forEditors: `Der Bau der Website hat nach ${Math.round(timeoutMs / 1000)} Sekunden nicht geendet und wurde abgebrochen. Die letzte gute Fassung bleibt online; der nächste Versuch folgt von selbst.`,
      output,
    });
  }
  const reason = /heap out of memory/i.test(output) ? 'ran out of memory' : 'failed';
  return new BuildError(
    `The build of ${region} ${reason} (exit code ${code ?? exitSignal ?? 'unknown'}):\n${lastWords(output)}`,
    {
      hint: 'The last lines of the build name the cause; logs/publisher.log has them all.',
      forEditors: `Die Website ließ sich nicht bauen. Die letzte gute Fassung bleibt online. Meldung für die Technik: ${errorLine(output)}`,
      output,
    },
  );
}

function buildEnvironment(request: BuildRequest, maxHeapMib: number): NodeJS.ProcessEnv {
  // A build sees no secret of the publisher, only what it needs.
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    TMPDIR: process.env['TMPDIR'],
    LANG: 'C.UTF-8',
    NODE_ENV: 'production',
    NODE_OPTIONS: `--max-old-space-size=${maxHeapMib}`,
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
    REGION: request.region,
    SNAPSHOT: path.resolve(request.snapshotFile),
    MEDIA_DIR: path.resolve(request.mediaDir),
    SITE_OUT_DIR: path.resolve(request.outDir),
    SITE_CACHE_DIR: path.resolve(request.cacheDir),
    SITE_ORIGIN: request.siteOrigin,
    UMBRELLA_ORIGIN: request.umbrellaOrigin,
  };
}

function astroScript(): string {
  const packageFile = createRequire(path.join(SITE_DIR, 'package.json')).resolve(
    'astro/package.json',
  );
  const script = path.join(path.dirname(packageFile), 'bin/astro.mjs');
  if (existsSync(script)) return script;
  throw new BuildError(`Astro's command is not where it should be: ${script}`, {
    hint: 'Run npm ci again.',
  });
}

function lastWords(output: string): string {
  return output.split('\n').slice(-15).join('\n');
}

function errorLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return (lines.findLast((line) => /error|fehler/i.test(line)) ?? lines.at(-1) ?? 'keine').trim();
}

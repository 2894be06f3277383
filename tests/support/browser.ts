import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';

const KNOWN_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Finds a Chromium: `CHROMIUM_PATH`, Playwright's own, or one that the system has.
 *
 * @returns The path of the executable, or null if there is none.
 */
export function findBrowser(): string | null {
  const candidates = [process.env['CHROMIUM_PATH'], chromium.executablePath(), ...KNOWN_PATHS];
  return candidates.find((path) => path !== undefined && existsSync(path)) ?? null;
}

/**
 * Finds a Chromium or installs one: from Debian's packages as root, else through Playwright.
 * Says on the terminal what it did.
 *
 * @throws Error if none could be installed.
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found !== null) {
    console.log(`Browser: ${found}`);
    return found;
  }
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const commands = isRootOnDebian
    ? [
        ['apt-get', 'update', '-qq'],
        ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'],
      ]
    : [['npx', 'playwright', 'install', 'chromium']];
  console.log(`Browser: none found, installing one with “${commands.at(-1)?.join(' ')}” …`);
  for (const [program = '', ...args] of commands) {
    execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const installed = findBrowser();
  if (installed === null) {
    throw new Error('No Chromium was found after installing it. Set CHROMIUM_PATH to one.');
  }
  console.log(`Browser: installed ${installed}`);
  return installed;
}

/** Starts the Chromium that {@link findBrowser} finds, without a window. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chromium. Run the tests with “npm test”.');
  return chromium.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

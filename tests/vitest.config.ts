import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.join(import.meta.dirname, '..');

/**
 * One project per kind of test, from the fastest to the slowest. They differ in what they need:
 * `unit` and `contract` nothing, `integration` and `faults` a CMS of their own, `property` the
 * compiled pages, `build` a built site, `e2e` the whole portal (see support/portal-setup.ts).
 */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['{cms,site,scripts}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
        },
      },
      { root, test: { name: 'contract', include: ['tests/contract/**/*.test.ts'] } },
      {
        root,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
          // Most of the time they wait for something.
          maxWorkers: 3,
          pool: 'forks',
        },
      },
      {
        root,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // They wait as well, but depend on what happens at which moment: more must not share the cores,
          // and in the long run, in which each has more to do, not even three.
          maxWorkers: process.env['FAULT_OPERATIONS'] === undefined ? 3 : 2,
          pool: 'forks',
        },
      },
      {
        root,
        test: {
          name: 'property',
          include: ['tests/property/**/*.test.ts'],
          // Making a failure smaller takes a while; each single rendering has a limit of its own.
          testTimeout: 24 * 3_600_000,
          hookTimeout: 180_000,
        },
      },
      {
        root,
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts'],
          globalSetup: ['tests/support/build-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts', 'tests/a11y/**/*.test.ts'],
          globalSetup: ['tests/support/portal-setup.ts'],
          testTimeout: 90_000,
          hookTimeout: 420_000,
          // One portal and two cores: journeys that publish must not run beside each other.
          maxWorkers: 1,
          fileParallelism: false,
          // Those that only read may.
          maxConcurrency: 2,
        },
      },
    ],
  },
});

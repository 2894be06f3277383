import path from 'node:path';
import { startVitest } from 'vitest/node';
import { ensureBrowser } from './support/browser.ts';

/**
 * Runs all tests, or those of the projects and files that the arguments name:
 * `npm test`, `npm test -- unit contract`, `npm test -- e2e tests/e2e/visitor`.
 */
const PROJECTS = ['unit', 'contract', 'integration', 'faults', 'property', 'build', 'e2e'];

const args = process.argv.slice(2);
const projects = args.filter((arg) => PROJECTS.includes(arg));
const files = args.filter((arg) => !PROJECTS.includes(arg));
const chosen = projects.length === 0 ? PROJECTS : projects;

if (chosen.includes('e2e')) ensureBrowser();

const totals = { passed: 0, failed: 0, skipped: 0 };
const startedAt = Date.now();
// One project after the other: the slow ones each want both cores for themselves.
for (const project of chosen) {
  const vitest = await startVitest('test', files, {
    config: path.join(import.meta.dirname, 'vitest.config.ts'),
    root: path.join(import.meta.dirname, '..'),
    project: [project],
    run: true,
    watch: false,
    passWithNoTests: files.length > 0,
  });
  for (const testModule of vitest.state.getTestModules()) {
    // A file that breaks before its first test counts as one failure.
    if (testModule.errors().length > 0) totals.failed += 1;
    for (const test of testModule.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') totals.passed += 1;
      else if (state === 'failed') totals.failed += 1;
      else totals.skipped += 1;
    }
  }
  totals.failed += vitest.state.getUnhandledErrors().length;
  await vitest.close();
}

console.log(`\nAll tests took ${Math.round((Date.now() - startedAt) / 1000)} s.`);
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);

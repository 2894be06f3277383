import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
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

const totals = { passed: 0, skipped: 0 };
/** What failed and why; said again at the end, where a long report is read first. */
const failures: string[] = [];
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
    const file = path.relative(vitest.config.root, testModule.moduleId);
    // A file that breaks before its first test counts as one failure.
    if (testModule.errors().length > 0) failures.push(failure(file, testModule.errors()));
    for (const test of testModule.children.allTests()) {
      const { state, errors } = test.result();
      if (state === 'passed') totals.passed += 1;
      else if (state === 'failed')
        failures.push(failure(`${file} > ${test.fullName}`, errors ?? []));
      else totals.skipped += 1;
    }
  }
  for (const error of vitest.state.getUnhandledErrors())
    failures.push(failure(`${project}, outside of its tests`, [error as { message?: string }]));
  await vitest.close();
}

if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n')}`);
console.log(`\nAll tests took ${Math.round((Date.now() - startedAt) / 1000)} s.`);
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`${totals.passed} passed, ${failures.length} failed${skipped}`);
process.exit(failures.length > 0 || totals.passed === 0 ? 1 : 0);

/** One failed test: its name, and of each error the first lines. */
function failure(name: string, errors: readonly { message?: string }[]): string {
  const reasons = errors.map((error) =>
    stripVTControlCharacters(error.message ?? 'without a message')
      .split('\n')
      .slice(0, 8)
      .map((line) => `    ${line.slice(0, 300)}`)
      .join('\n'),
  );
  return [`- ${name}`, ...reasons].join('\n');
}

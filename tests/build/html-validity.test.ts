import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, inject, it } from 'vitest';

const sites = inject('sites');
const hasJava = spawnSync('java', ['-version']).status === 0;
const VNU_JAR = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

interface Problem {
  url: string;
  message: string;
}

/** Messages of the Nu HTML checker about all pages below some folders. */
function problemsOf(...paths: string[]): Problem[] {
  const { stderr } = spawnSync(
    'java',
    ['-Xss4m', '-jar', VNU_JAR, '--skip-non-html', '--errors-only', '--format', 'json', ...paths],
    { encoding: 'utf8', maxBuffer: 64_000_000 },
  );
  return (JSON.parse(stderr) as { messages: Problem[] }).messages;
}

it.skipIf(!hasJava)('finds only valid HTML on every site', () => {
  const broken = path.join(path.dirname(sites.pm), 'broken.html');
  writeFileSync(broken, '<!doctype html><p><div id=a></p><i id=a>');
  const problems = problemsOf(sites.pm, sites.umbrella, sites.hostile, sites.empty, broken);
  // The checker must find the page that is broken on purpose, and no other.
  expect(problems.filter(({ url }) => url.endsWith('/broken.html'))).not.toEqual([]);
  expect(problems.filter(({ url }) => !url.endsWith('/broken.html'))).toEqual([]);
});

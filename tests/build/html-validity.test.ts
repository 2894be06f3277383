import { execFileSync, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { expect, inject, it } from 'vitest';

const sites = inject('sites');
const hasJava = spawnSync('java', ['-version']).status === 0;
const VNU_JAR = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

/** Messages of the Nu HTML checker about all pages below a folder. */
function problemsOf(dir: string): string[] {
  const { stderr } = spawnSync(
    'java',
    ['-Xss4m', '-jar', VNU_JAR, '--skip-non-html', '--errors-only', '--format', 'json', dir],
    { encoding: 'utf8', maxBuffer: 64_000_000 },
  );
  const { messages } = JSON.parse(stderr) as {
    messages: { url: string; lastLine: number; message: string }[];
  };
  return messages.map(({ url, message }) => `${url.split('/').slice(-3).join('/')}: ${message}`);
}

it.skipIf(!hasJava)('finds an error where there is one', () => {
  const file = `${sites.empty}/../broken.html`;
  execFileSync('sh', ['-c', `printf '<!doctype html><p><div id=a></p><i id=a>' > '${file}'`]);
  expect(problemsOf(file)).not.toEqual([]);
});

it.skipIf(!hasJava).each(['pm', 'umbrella', 'hostile', 'empty'] as const)(
  'finds only valid HTML on %s',
  (name) => {
    expect(problemsOf(sites[name])).toEqual([]);
  },
);

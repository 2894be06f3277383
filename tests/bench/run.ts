import { parseArgs } from 'node:util';
import { benchPages } from './pages.ts';
import { benchPublish, type BenchOptions } from './publish.ts';
import { benchSearch, type SearchBenchOptions } from './search.ts';
import { benchSearchInBrowser } from './search-browser.ts';
import { benchStart } from './start.ts';

type AllOptions = BenchOptions & SearchBenchOptions & { browser: boolean };

/**
 * `npm run bench -- NAME [--listings N] [--times N] [--queries FILE] [--engine NAME] [--browser]
 * [--json]`: measures one thing and prints it; with `--json` as one object, the last line.
 */
const BENCHES: Record<string, (options: AllOptions) => Promise<object>> = {
  start: benchStart,
  publish: benchPublish,
  pages: benchPages,
  search: (options) => (options.browser ? benchSearchInBrowser(options) : benchSearch(options)),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    times: { type: 'string', default: '50' },
    listings: { type: 'string', default: '1000' },
    queries: { type: 'string' },
    browser: { type: 'boolean', default: false },
    engine: { type: 'string' },
  },
});
const name = positionals[0] ?? '';
const bench = BENCHES[name];
const numbers = { times: Number(values.times), listings: Number(values.listings) };
const isValid = Object.values(numbers).every((value) => Number.isInteger(value) && value >= 1);
if (bench === undefined || !isValid) {
  console.error(
    `Usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--listings N] [--times N] [--queries FILE] [--engine NAME] [--browser] [--json]`,
  );
  process.exit(2);
}
// Ended in an orderly way, it ends the portal that it has started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const { queries, engine, browser } = values;
const figures = await bench({ ...numbers, queries, engine, browser });
if (values.json) console.log(JSON.stringify({ bench: name, ...figures }));
else console.log(figures);
process.exit(0);

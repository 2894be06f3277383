import { parseArgs } from 'node:util';
import { benchPages } from './pages.ts';
import { benchPublish } from './publish.ts';
import { benchStart } from './start.ts';

/** `npm run bench -- NAME [--json]`: measures one thing and prints it; with `--json` as one object. */
const BENCHES: Record<string, (times: number) => Promise<object>> = {
  start: benchStart,
  publish: benchPublish,
  pages: benchPages,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    times: { type: 'string', default: '10' },
  },
});
const name = positionals[0] ?? '';
const bench = BENCHES[name];
const times = Number(values.times);
if (bench === undefined || !Number.isInteger(times) || times < 1) {
  console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--times N] [--json]`);
  process.exit(2);
}
const figures = await bench(times);
if (values.json) console.log(JSON.stringify({ bench: name, ...figures }));
else console.log(figures);
process.exit(0);

// `npm run bench`: size and speed beside the published components, on the same data, in one run (docs/benchmarks.md).
import { buildElement } from './build/element.mjs';
import { ensureChromium } from './chromium.mjs';
import { createSourceLoader } from './source-loader.mjs';

process.env.CHROMIUM = ensureChromium();
// Else the loader below would make it “development”, and the peers would be built for that.
process.env.NODE_ENV = 'production';
const source = await createSourceLoader();
try {
  const { runBench } = await source.load('/test/bench/run.ts');
  await runBench(process.argv.slice(2), buildElement);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await source.close();
}

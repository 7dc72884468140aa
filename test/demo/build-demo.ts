import { run } from '../support/run';

/** Playwright calls it before the tests. */
export default async function buildDemo(): Promise<void> {
  await run(process.execPath, ['scripts/build-demo.mjs'], process.cwd());
}

// `npm run test:firefox -- [options of Playwright]`: the situations of signing in that hold in Firefox as well.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findFirefox } from './firefox.mjs';

const missing = !findFirefox()
  ? 'No Firefox was found: install it (Debian: apt-get install firefox-esr), or set FIREFOX to its path.'
  : !existsSync('dist/element') && 'There is no dist/element: run `npm run build` first.';

if (missing) {
  console.error(missing);
  process.exitCode = 1;
} else {
  const config = ['--config', 'test/situations/firefox.config.ts'];
  const { status } = spawnSync('playwright', ['test', ...config, ...process.argv.slice(2)], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}

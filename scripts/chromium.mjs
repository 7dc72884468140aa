// Finds a Chromium that the browser tests can drive; installs one where there is none.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser's path, or undefined. CHROMIUM names one explicitly. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES].find((path) =>
    existsSync(path),
  );
}

/** The browser's path; installs Chromium first where none is found, and says what it does. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const installed = installFromPackages() ? findChromium() : installFromPlaywright();
  if (installed) return installed;
  throw new Error(
    'No Chromium was found and none could be installed. Install Chrome, Chromium or Edge, or set CHROMIUM to its path.',
  );
}

function installFromPackages() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return false;
  console.log('No Chromium found: installing the package “chromium” with apt-get …');
  const run = (...args) =>
    execFileSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  run('update', '-qq');
  run('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation', 'fonts-noto-core');
  return true;
}

function installFromPlaywright() {
  console.log('No Chromium found: downloading one with “npx playwright install chromium” …');
  execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', shell: true });
  const path = execFileSync(process.execPath, [
    '-e',
    "import('playwright').then(p => console.log(p.chromium.executablePath()))",
  ]);
  return path.toString().trim() || undefined;
}

// The programs that `npm run test:clients` drives; installs what is missing where that is possible.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** By the name of the program, the package of Debian and Ubuntu that brings it. */
const PACKAGES = {
  rclone: 'rclone',
  onedrive: 'onedrive',
  unshare: 'util-linux',
  mount: 'mount',
  ip: 'iproute2',
};

/** Throws with one sentence where a program is missing and can't be installed. */
export function ensureClientPrograms() {
  if (process.platform !== 'linux') {
    throw new Error(
      'npm run test:clients needs Linux: it leads programs with fixed host names here by namespaces.',
    );
  }
  const missing = Object.keys(PACKAGES).filter((name) => !isHere(name));
  if (missing.length === 0) return;
  const packages = missing.map((name) => PACKAGES[name]);
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      `Not installed: ${missing.join(', ')}. Install the packages ${packages.join(' ')} and try again.`,
    );
  }
  console.log(
    `Not installed: ${missing.join(', ')}. Installing the packages ${packages.join(' ')} with apt-get …`,
  );
  aptGet('update', '-qq');
  aptGet('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

function isHere(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => existsSync(join(folder, name)));
}

function aptGet(...args) {
  execFileSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCertificate } from '../support/throw-away-certificate';
import { BYTES_HOST, GRAPH_HOST, LOGIN_HOST } from './service-names';

/** Where distributions keep whom their programs trust. */
const TRUST_FILES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
];
const HOSTS = [LOGIN_HOST, GRAPH_HOST, BYTES_HOST];
/** In namespaces of its own: the files of this computer stay as they are for everybody else. */
const SET_UP = [
  'ip link set lo up',
  'mount --bind "$1" /etc/hosts',
  'mount --bind "$2" "$3"',
  'shift 3',
  'exec "$@"',
].join('\n');

/**
 * Runs a command where there is no network but this computer, which has the names of Microsoft's
 * hosts, and where programs trust one certificate for them, which is left in the folder.
 * @returns its exit code.
 */
export async function runInPrivateNetwork(folder: string, command: readonly string[]): Promise<number> {
  const trustFile = TRUST_FILES.find((file) => existsSync(file));
  if (trustFile === undefined)
    throw new Error(`None of ${TRUST_FILES.join(', ')} is here: install ca-certificates.`);
  requireNamespaces();
  const { cert, key } = await makeCertificate(...HOSTS);
  const file = (name: string): string => join(folder, name);
  await writeFile(file('cert.pem'), cert);
  await writeFile(file('key.pem'), key, { mode: 0o600 });
  await writeFile(file('trusted.pem'), `${await readFile(trustFile, 'utf8')}\n${cert}`);
  await writeFile(file('hosts'), ['127.0.0.1', 'localhost', ...HOSTS].join(' ') + '\n');
  const setUp = ['sh', '-ec', SET_UP, 'sh', file('hosts'), file('trusted.pem'), trustFile];
  const child = spawn('unshare', [...namespaces(), ...setUp, ...command], {
    stdio: 'inherit',
    env: {
      ...withoutProxy(),
      PATH: `${process.env['PATH']}:/usr/sbin:/sbin`,
      NODE_EXTRA_CA_CERTS: file('cert.pem'),
      SSL_CERT_FILE: file('trusted.pem'),
    },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** Users who are not root may have namespaces too where they are root inside. */
function namespaces(): readonly string[] {
  return [...(process.getuid?.() === 0 ? [] : ['--map-root-user']), '--mount', '--net'];
}

function requireNamespaces(): void {
  const { status, stderr } = spawnSync('unshare', [...namespaces(), 'true'], { encoding: 'utf8' });
  if (status === 0) return;
  throw new Error(
    `No namespaces can be made here (${stderr.trim()}): run this as root, outside of a container.`,
  );
}

function withoutProxy(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(https?|all)_proxy$/i.test(name)),
  );
}

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { TlsFiles } from '../../src/emulator/node/loopback-server';
import { makeCertificate } from './throw-away-certificate';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of `localhost`; every test process of this run trusts it. */
    tls: TlsFiles;
  }
}

const VARIABLE = 'NODE_EXTRA_CA_CERTS';
let folder: string | undefined;

/** Node reads whom it trusts when a process starts: so the certificate is made before the tests' processes. */
export async function setup(project: TestProject): Promise<void> {
  const tls = await makeCertificate();
  folder = await mkdtemp(join(tmpdir(), 'onedrive-control-'));
  const trusted = join(folder, 'trusted.pem');
  const trustedBefore = process.env[VARIABLE];
  const others = trustedBefore === undefined ? '' : await readFile(trustedBefore, 'utf8');
  await writeFile(trusted, `${others}\n${tls.cert}`);
  process.env[VARIABLE] = trusted;
  project.provide('tls', tls);
}

export async function teardown(): Promise<void> {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}

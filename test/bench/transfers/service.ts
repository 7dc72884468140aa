import { readJson } from '../emulator/client';
import { createGraphClient } from '../emulator/graph-client';
import { startServer } from '../emulator/server-process';
import type { Network } from './networks';
import { createLine, startSlowLink } from './slow-link';

/** The emulator in a process of its own, at the end of a network. */
export interface Service {
  /** With the version. */
  readonly graph: string;
  readonly token: string;
  /** What makes a browser go through the network, as Chromium's option names it. */
  readonly resolverRules: string | undefined;
  makeFolder(name: string): Promise<void>;
  /** That came up to now, preflights too. */
  requests(): Promise<number>;
  close(): Promise<void>;
}

/** Large files are kept as their size and hashes: the disk of a real service is not this one. */
const KEPT = ['--drive', 'empty', '--keep-bytes-below', '1MB'];

export async function startService(network: Network): Promise<Service> {
  const process = await startServer(['scripts/emulator.mjs', '--port', '0', '--bytes-port', '0', ...KEPT]);
  const { origin } = process;
  const { call } = await createGraphClient(origin);
  const post = (path: string, body: object) =>
    readJson<Record<string, string>>(
      call(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: Buffer.from(JSON.stringify(body)),
      }),
    );
  const probe = await post('/me/drive/root:/probe.bin:/createUploadSession', {});
  const ports = [origin, probe['uploadUrl'] ?? ''].map((address) => Number(new URL(address).port));
  const line = createLine(network);
  const isFar = network.roundTrip > 0 || network.megabitsPerSecond !== undefined;
  const links = isFar ? await Promise.all(ports.map((port) => startSlowLink(port, network, line))) : [];
  return {
    graph: `${origin}/v1.0`,
    token: call('').headers?.['authorization']?.toString().replace('Bearer ', '') ?? '',
    resolverRules:
      links.map((link, n) => `MAP localhost:${ports[n]} localhost:${link.port}`).join(', ') || undefined,
    makeFolder: async (name) => {
      await post('/me/drive/root/children', { name, folder: {} });
    },
    requests: async () => {
      const log = await readJson<readonly { readonly number: number }[]>({ url: `${origin}/_emulator/log` });
      return log.at(-1)?.number ?? 0;
    },
    close: async () => {
      await Promise.all(links.map((link) => link.close()));
      await process.close();
    },
  };
}

import { startEmulator } from '../../src/emulator';
import type { RunningEmulator } from '../../src/emulator';
import type { TlsFiles } from '../../src/emulator/node/loopback-server';
import type { EmulatedService, Truth } from './drive-client';
import { BYTES_HOST, GRAPH_HOST, LOGIN_HOST } from './service-names';

/** Where the clients expect https; the bytes have no address that anybody knows beforehand. */
const PORT = 443;

/** The emulator with empty drives, under the names of Microsoft's hosts. */
export async function startService(tls: TlsFiles): Promise<EmulatedService> {
  const emulator = await startEmulator({
    port: PORT,
    bytesPort: 0,
    drive: 'empty',
    tls,
    hosts: { login: LOGIN_HOST, graph: GRAPH_HOST, bytes: BYTES_HOST },
  });
  const token = async (account: string): Promise<string> => {
    const { access_token: found } = await ask(
      emulator,
      `token?user=${encodeURIComponent(account)}&scope=${encodeURIComponent('User.Read Files.ReadWrite.All')}`,
    );
    return found;
  };
  const callGraph = async (account: string, address: string, init: RequestInit): Promise<void> => {
    const answer = await fetch(`https://${GRAPH_HOST}/v1.0/me/drive/root:/${address}`, {
      ...init,
      headers: { authorization: `Bearer ${await token(account)}` },
    });
    if (!answer.ok) throw new Error(`${init.method} ${address}: ${await answer.text()}`);
  };
  return {
    registerApp: (registration) => emulator.registerApp(registration),
    token,
    create: (account, path, content) =>
      callGraph(account, `${encoded(path)}:/content`, { method: 'PUT', body: content }),
    remove: (account, path) => callGraph(account, encoded(path), { method: 'DELETE' }),
    truth: async (account) => readTruth((await ask(emulator, 'state')).graph, account),
    reset: async () => void (await ask(emulator, 'reset', { method: 'POST' })),
    rangesSent: async () => (await ask(emulator, 'log')).filter(isRange).length,
    close: () => emulator.close(),
  };
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

async function ask(emulator: RunningEmulator, path: string, init: RequestInit = {}) {
  const answer = await fetch(`${emulator.loginOrigin}/_emulator/${path}`, init);
  if (!answer.ok) throw new Error(`/_emulator/${path}: ${await answer.text()}`);
  return answer.json();
}

interface LogEntry {
  readonly origin: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

function isRange({ origin, method, headers }: LogEntry): boolean {
  return origin === 'bytes' && method === 'PUT' && headers['content-range'] !== undefined;
}

interface GraphState {
  readonly drives: readonly {
    readonly id: string;
    readonly owner: string;
    readonly items: readonly {
      readonly id: string;
      readonly path: string;
      readonly size: number;
      readonly quickXorHash?: string;
    }[];
  }[];
  readonly uploadSessions: readonly { readonly driveId: string }[];
}

function readTruth(state: GraphState, account: string): Truth {
  const drive = state.drives.find(({ owner }) => owner === account);
  if (drive === undefined) throw new Error(`${account} has no drive.`);
  const items = drive.items.map(
    ({ id, path, size, quickXorHash }) => [path.slice(1), { id, size, quickXorHash }] as const,
  );
  const openUploads = state.uploadSessions.filter(({ driveId }) => driveId === drive.id).length;
  return { items: new Map(items.filter(([path]) => path !== '')), openUploads };
}

import { send, type Call } from './client';
import { createGraphClient } from './graph-client';
import { startServer, type ServerProcess } from './server-process';

export const BLOCK = new Uint8Array(1024 * 1024).fill(120);
const SMALL = new Uint8Array(16 * 1024).fill(120);
export const PAGE = 200;

/** What is asked of each server; what one does not know is left out. */
export interface Service {
  readonly process: ServerProcess;
  /** A page of a list. */
  readonly page?: () => Call;
  /** A new file of 16 KiB. */
  readonly put?: (n: number) => Call;
  /** A large file of that many MB. Returns how it is fetched. */
  readonly upload?: (megabytes: number) => Promise<Call>;
}

/** As `npm run emulator` starts it. */
export async function startOurs(args: readonly string[]): Promise<Service> {
  const process = await startServer(['scripts/emulator.mjs', '--port', '0', '--bytes-port', '0', ...args]);
  const { call, upload } = await createGraphClient(process.origin);
  return {
    process,
    page: () => call(`/me/drive/root:/Large%20folder:/children?$top=${PAGE}`),
    put: (n) => call(`/me/drive/root:/small-${n}.bin:/content`, { method: 'PUT', body: SMALL }),
    upload: async (megabytes) => ({ url: await upload('large.bin', BLOCK, megabytes) }),
  };
}

/** Node's own server with the same sizes, and nothing behind it. */
export async function startPlain(pageBytes: number): Promise<Service> {
  const process = await startServer(['test/bench/emulator/peers/plain/server.mjs', String(pageBytes)]);
  const { origin } = process;
  return {
    process,
    page: () => ({ url: `${origin}/page` }),
    put: (n) => ({ method: 'PUT', url: `${origin}/${n}`, body: SMALL }),
    upload: async (megabytes) => {
      await send({ method: 'PUT', url: `${origin}/large`, body: BLOCK, times: megabytes });
      return { url: `${origin}/bytes/${megabytes}` };
    },
  };
}

export async function startS3rver(folder: string): Promise<Service> {
  const process = await startServer(['server.mjs'], { cwd: folder });
  const bucket = `${process.origin}/bench`;
  for (let n = 0; n < PAGE; n += 1) await send({ method: 'PUT', url: `${bucket}/listed/${n}`, body: SMALL });
  return {
    process,
    page: () => ({ url: `${bucket}?list-type=2&prefix=listed/&max-keys=${PAGE}` }),
    put: (n) => ({ method: 'PUT', url: `${bucket}/small/${n}`, body: SMALL }),
    upload: async (megabytes) => {
      await send({ method: 'PUT', url: `${bucket}/large`, body: BLOCK, times: megabytes });
      return { url: `${bucket}/large` };
    },
  };
}

/** With items like ours. */
export async function startJsonServer(folder: string, items: number, example: object): Promise<Service> {
  const process = await startServer(['server.mjs', String(items), JSON.stringify(example)], { cwd: folder });
  return { process, page: () => ({ url: jsonServerPage(process.origin, 1) }) };
}

export function jsonServerPage(origin: string, page: number): string {
  return `${origin}/items?_page=${page}&_limit=${PAGE}`;
}

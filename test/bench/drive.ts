import { createEmulatedGraph } from '../../src/emulator/graph';
import { demoUsers, startEmulator, type Caller } from '../../src/emulator';
import { createMemoryContentStore } from '../../src/emulator/store';
import { createSharpThumbnailer } from '../../src/emulator/store/sharp-thumbnailer';

/** The emulator with one folder for every size, and a token to read them. */
export interface BenchDrive {
  readonly loginOrigin: string;
  readonly bytesOrigin: string;
  readonly token: string;
  registerRedirect(address: string): void;
  /** What Graph gives for a folder, without what only some requests ask for. */
  items(count: number): Promise<readonly GraphItem[]>;
  close(): Promise<void>;
}

export interface GraphItem {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly lastModifiedDateTime: string;
}

const CLIENT_ID = '22222222-2222-4222-8222-222222222222';
/** What `--drive large` plants; smaller folders are uploaded here. */
const LARGEST = 100_000;

export function folderOf(count: number): string {
  return count === LARGEST ? 'Large folder' : `Folder of ${count}`;
}

export async function startDrive(counts: readonly number[]): Promise<BenchDrive> {
  const [user] = demoUsers;
  if (!user) throw new Error('The emulator knows nobody.');
  const uploader: Caller = {
    oid: user.oid,
    upn: user.upn,
    clientId: CLIENT_ID,
    tenantId: '',
    scopes: new Set(['Files.ReadWrite.All']),
    claims: {},
  };
  const emulator = await startEmulator({
    port: 0,
    bytesPort: 0,
    createGraph: async (ports) => {
      let planting = true;
      const graph = await createEmulatedGraph(
        { ...ports, authorize: async (request) => (planting ? uploader : ports.authorize(request)) },
        {
          drive: 'large',
          profile: 'business',
          contentStore: createMemoryContentStore(),
          thumbnailer: createSharpThumbnailer(),
        },
      );
      for (const count of counts) {
        if (count !== LARGEST)
          await plant((request) => graph.handleGraph(request), ports.origins.graph, count);
      }
      planting = false;
      return graph;
    },
  });
  const { loginOrigin, bytesOrigin } = emulator;
  const answer = await fetch(`${loginOrigin}/_emulator/token?user=${user.upn}`);
  const token = ((await answer.json()) as { access_token: string }).access_token;
  return {
    loginOrigin,
    bytesOrigin,
    token,
    registerRedirect: (address) => emulator.registerApp({ clientId: CLIENT_ID, spa: [address] }),
    items: (count) => listFolder(`${loginOrigin}/v1.0/me/drive/root:/${folderOf(count)}:/children`, token),
    close: () => emulator.close(),
  };
}

/** Uploads small files with the names that the emulator's own large folder has. */
async function plant(
  handle: (request: Request) => Promise<Response>,
  origin: string,
  count: number,
): Promise<void> {
  const digits = String(count).length;
  for (let n = 1; n <= count; n += 1) {
    const name = `Item ${String(n).padStart(digits, '0')}.txt`;
    const path = `/v1.0/me/drive/root:/${folderOf(count)}/${name}:/content`;
    const answer = await handle(
      new Request(encodeURI(origin + path), { method: 'PUT', body: `${name}\n`.repeat(1 + (n % 9)) }),
    );
    if (!answer.ok) throw new Error(`${name} could not be planted: ${answer.status}`);
  }
}

async function listFolder(address: string, token: string): Promise<readonly GraphItem[]> {
  const items: GraphItem[] = [];
  const fields = 'id,name,size,createdDateTime,lastModifiedDateTime,lastModifiedBy,file,webUrl';
  let next: string | undefined = `${address}?$top=1000&$select=${fields}`;
  while (next) {
    const answer = await fetch(next, { headers: { authorization: `Bearer ${token}` } });
    const page = (await answer.json()) as { value: GraphItem[]; '@odata.nextLink'?: string };
    items.push(...page.value);
    next = page['@odata.nextLink'];
  }
  return items;
}

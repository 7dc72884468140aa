import { readJson, send, type Call } from './client';

const RANGE = 10 * 1024 * 1024;

interface Item {
  readonly '@microsoft.graph.downloadUrl': string;
}

/** What is asked of an emulator, as its first account. */
export interface GraphClient {
  readonly call: (path: string, more?: Omit<Call, 'url'>) => Call;
  /** In one session, range after range. Returns where its bytes are. */
  readonly upload: (name: string, block: Uint8Array, blocks: number) => Promise<string>;
}

export async function createGraphClient(origin: string): Promise<GraphClient> {
  const { access_token: token } = await readJson<{ readonly access_token: string }>({
    url: `${origin}/_emulator/token?user=work@contoso.example`,
  });
  const call: GraphClient['call'] = (path, more = {}) => ({
    ...more,
    url: path.startsWith('http') ? path : `${origin}/v1.0${path}`,
    headers: { ...more.headers, authorization: `Bearer ${token}` },
  });
  return {
    call,
    async upload(name, block, blocks) {
      const { uploadUrl } = await readJson<{ readonly uploadUrl: string }>(
        call(`/me/drive/root:/${name}:/createUploadSession`, { method: 'POST' }),
      );
      const total = block.byteLength * blocks;
      const atOnce = Math.max(1, Math.floor(RANGE / block.byteLength));
      let done = 0;
      while (done < blocks) {
        const times = Math.min(atOnce, blocks - done);
        const [from, to] = [done * block.byteLength, (done + times) * block.byteLength];
        const headers = { 'content-range': `bytes ${from}-${to - 1}/${total}` };
        await send({ method: 'PUT', url: uploadUrl, headers, body: block, times });
        done += times;
      }
      const item = await readJson<Item>(call(`/me/drive/root:/${name}`));
      return item['@microsoft.graph.downloadUrl'];
    },
  };
}

import { Agent, request } from 'node:http';

export interface Call {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string | number>>;
  readonly body?: Uint8Array;
  /** How often the body is sent, one after the other: large bodies need not be in memory. */
  readonly times?: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Sends a request and takes the answer away. @throws Error when it is refused. */
export async function send(call: Call): Promise<void> {
  await exchange(call, () => {});
}

export async function readText(call: Call): Promise<string> {
  const chunks: Buffer[] = [];
  await exchange(call, (chunk) => chunks.push(chunk));
  return Buffer.concat(chunks).toString();
}

export async function readJson<T>(call: Call): Promise<T> {
  return JSON.parse(await readText(call)) as T;
}

function exchange(
  { method = 'GET', url, headers, body, times = 1 }: Call,
  take: (chunk: Buffer) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': body.byteLength * times };
    const outgoing = request(url, { method, agent, headers: { ...length, ...headers } }, (answer) => {
      const status = answer.statusCode ?? 0;
      answer.on('data', take);
      answer.once('end', () => {
        if (status >= 200 && status < 400) resolve();
        else reject(new Error(`${method} ${new URL(url).pathname} answered ${status}`));
      });
      answer.once('error', reject);
    });
    outgoing.once('error', reject);
    if (body === undefined) outgoing.end();
    else write(outgoing, body, times);
  });
}

function write(outgoing: ReturnType<typeof request>, body: Uint8Array, times: number): void {
  for (let left = times; left > 0; left -= 1) {
    if (outgoing.write(body)) continue;
    outgoing.once('drain', () => write(outgoing, body, left - 1));
    return;
  }
  outgoing.end();
}

/** Requests a second, by as many at a time as there are workers. */
export async function perSecond(
  callOf: (n: number) => Call,
  { seconds, workers }: { readonly seconds: number; readonly workers: number },
): Promise<number> {
  let count = 0;
  const started = performance.now();
  const end = started + seconds * 1000;
  const work = async (): Promise<void> => {
    while (performance.now() < end) {
      count += 1;
      await send(callOf(count));
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return count / ((performance.now() - started) / 1000);
}

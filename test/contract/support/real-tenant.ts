import { buildRequest, readReply, type CallOptions, type Reply } from './graph-call';
import { checkAnswer } from './answer-schema';

/** The service that the environment names, if it names one. */
const root = process.env['GRAPH_ROOT']?.replace(/\/+$/, '');
const token = process.env['GRAPH_TOKEN'];
if ((root === undefined) !== (token === undefined)) {
  throw new Error('To aim at a real tenant set both GRAPH_ROOT and GRAPH_TOKEN.');
}

export const realTenant = root === undefined || token === undefined ? undefined : { root, token };

const LONGEST_PATIENCE = 30;

/** A call to the service with the token. A path is relative to GRAPH_ROOT. */
export async function callTenant(path: string, call: CallOptions = {}): Promise<Reply> {
  if (realTenant === undefined) throw new Error('No real tenant is set.');
  const url = path.startsWith('http') ? path : `${realTenant.root}${path}`;
  const base = { Authorization: `Bearer ${realTenant.token}`, 'client-request-id': crypto.randomUUID() };
  return send('graph', () => buildRequest(url, call, base), call);
}

/** A call to a preauthenticated URL: without the token. */
export function callPreauthenticated(url: string, call: CallOptions = {}): Promise<Reply> {
  return send('bytes', () => buildRequest(url, call), call);
}

/** Sends, and sends again after the time the service asks for: a suite of hundreds of rules is throttled. */
async function send(host: 'graph' | 'bytes', build: () => Request, call: CallOptions): Promise<Reply> {
  for (let attempt = 1; ; attempt += 1) {
    const request = build();
    const asked = {
      host,
      method: request.method,
      url: request.url,
      headers: request.headers,
      body: call.body,
    };
    const reply = await readReply(await fetch(request));
    const wait = Number(reply.headers.get('retry-after') ?? Number.NaN);
    const again = (reply.status === 429 || reply.status === 503) && wait <= LONGEST_PATIENCE && attempt < 4;
    if (!again || call.body instanceof ReadableStream) {
      checkAnswer(asked, reply);
      return reply;
    }
    await new Promise((resolve) => setTimeout(resolve, wait * 1_000));
  }
}

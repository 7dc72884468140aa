import type { Json, Reply } from './graph-call';
import type { RuleContext } from './target';

/** The unit of fragments: 320 KiB. */
export const UNIT = 320 * 1024;

type Ways = Pick<RuleContext, 'graph' | 'bytes' | 'folder'>;

/** Status, code and inner code of a refusal by the hosts of preauthenticated URLs. */
export const bytesOutcome = ({ status, json }: Reply): unknown => [
  status,
  json.error.code,
  json.error.innererror?.code,
];

export const createSession = (
  { graph, folder }: Pick<Ways, 'graph' | 'folder'>,
  name: string,
  item: object = {},
  rest: object = {},
): Promise<Reply> => graph(folder.at(name, 'createUploadSession'), { body: { item, ...rest } });

/** The URL of a new session. */
export async function openSession(
  ways: Pick<Ways, 'graph' | 'folder'>,
  name: string,
  item: object = {},
  rest: object = {},
): Promise<string> {
  const { json } = await createSession(ways, name, item, rest);
  return json.uploadUrl;
}

export interface Range {
  readonly from: number;
  readonly to: number;
  readonly total?: number;
}

/** Sends one range of a file. */
export function putRange(
  { bytes }: Pick<Ways, 'bytes'>,
  url: string,
  file: Uint8Array,
  range: Range,
): Promise<Reply> {
  const { from, to, total = file.length } = range;
  const headers = { 'Content-Range': `bytes ${from}-${to - 1}/${total}` };
  return bytes(url, { method: 'PUT', body: file.slice(from, to), headers });
}

export const expectedRanges = async (
  { bytes }: Pick<Ways, 'bytes'>,
  url: string,
): Promise<readonly string[]> => (await bytes(url)).json.nextExpectedRanges;

export async function contentOf(
  { graph, bytes }: Pick<Ways, 'graph' | 'bytes'>,
  item: Pick<Json, 'id'>,
): Promise<string> {
  const { json } = await graph(`/me/drive/items/${item.id}`);
  return (await bytes(json['@microsoft.graph.downloadUrl'])).text;
}

import type { Drive } from '../model/drive';
import { base64Url, fromBase64Url } from '../model/ids';
import { GraphError } from '../protocol/graph-error';
import { textArgument } from '../protocol/route';
import type { DriveCall } from '../world';

/** From where on a reader wants to know of changes. */
export interface Since {
  /** How many changes of the drive are known to the reader. */
  readonly position: number;
  /** The time a reader named instead: what they know then is not certain. */
  readonly time?: number;
}

const START: Since = { position: 0 };

/** The token stands in the name of the function or in the query. */
export function deltaToken(url: URL, args: string): string | null {
  return textArgument(args, 'token') ?? url.searchParams.get('token');
}

/** @throws GraphError 410 where the token tells of nothing that is known here. */
export function sinceToken(call: DriveCall, token: string | null): Since {
  const { drive } = call;
  if (token === null) return START;
  if (token === 'latest') return { position: drive.sequence() };
  const time = drive.driveType === 'personal' ? undefined : timeOf(token);
  return time === undefined ? sinceOwnToken(call, token) : { position: drive.sequenceAt(time), time };
}

export function newToken(drive: Drive, position: number): string {
  return base64Url(`n;${drive.epoch};${position}`);
}

/** `2026-11-02T10:00:00Z`; a plus that was not encoded has become a space. */
function timeOf(token: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+ -]\d\d:?\d\d)$/.test(token)) return undefined;
  const time = Date.parse(token.replace(' ', '+'));
  return Number.isNaN(time) ? undefined : time;
}

function sinceOwnToken(call: DriveCall, token: string): Since {
  const { drive } = call;
  const [kind, epoch, position] = (fromBase64Url(token) ?? '').split(';');
  if (kind !== 'n' || position === undefined) throw resync(call, 'resyncChangesApplyDifferences');
  // A drive that begins anew may lack what the reader has.
  if (epoch !== drive.epoch) throw resync(call, 'resyncChangesUploadDifferences');
  if (Number(position) > drive.sequence()) throw resync(call, 'resyncChangesApplyDifferences');
  return { position: Number(position) };
}

/** The Location begins anew. */
function resync({ url, world }: DriveCall, inner: string): GraphError {
  const message = 'Resync required. Replace any local items with the server’s version.';
  const headers = { Location: `${world.ports.origins.graph}${plainPath(url)}` };
  return new GraphError(410, 'resyncRequired', message, { inner, headers });
}

/** The path without a token in the function's name. */
export function plainPath(url: URL): string {
  return url.pathname.replace(/delta(\(.*\))?\/*$/i, 'delta');
}

import type { Drive } from '../model/drive';
import { base64Url, fromBase64Url } from '../model/ids';
import { GraphError } from '../protocol/graph-error';
import { textArgument } from '../protocol/route';
import type { DriveCall } from '../world';

/**
 * The changes that a reader asked for, page by page.
 * All numbers are those of the drive's own count of changes.
 */
export interface Round {
  /** Up to where they have been told. */
  readonly position: number;
  /** What was known to the reader before the first page. */
  readonly start: number;
  /** Where the drive stood when the first page was asked for. */
  readonly begun: number;
  /** The time a reader named instead: what they knew then is not certain. */
  readonly time?: number;
}

/** The token stands in the name of the function or in the query. */
export function deltaToken(url: URL, args: string): string | null {
  return textArgument(args, 'token') ?? url.searchParams.get('token');
}

/** @throws GraphError 410 where the token tells of nothing that is known here. */
export function roundOf(call: DriveCall, token: string | null): Round {
  const { drive } = call;
  if (token === null) return begin(drive, 0);
  if (token === 'latest') return begin(drive, drive.sequence());
  const time = drive.driveType === 'personal' ? undefined : timeOf(token);
  return time === undefined
    ? roundOfOwnToken(call, token)
    : { ...begin(drive, drive.sequenceAt(time)), time };
}

function begin(drive: Drive, start: number): Round {
  return { position: start, start, begun: drive.sequence() };
}

/** For the next round. */
export function newToken(drive: Drive): string {
  return base64Url(`n;${drive.epoch};${drive.sequence()}`);
}

/** For the next page of a round. */
export function nextToken({ epoch }: Drive, { position, start, begun, time }: Round): string {
  const numbers = [position, start, begun, ...(time === undefined ? [] : [time])];
  return base64Url(`n;${epoch};${numbers.join(';')}`);
}

/** `2026-11-02T10:00:00Z`; a plus that was not encoded has become a space. */
function timeOf(token: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+ -]\d\d:?\d\d)$/.test(token)) return undefined;
  const time = Date.parse(token.replace(' ', '+'));
  return Number.isNaN(time) ? undefined : time;
}

function roundOfOwnToken(call: DriveCall, token: string): Round {
  const { drive } = call;
  const [, epoch, numbers] =
    /^n;([^;]+);(\d+|\d+;\d+;\d+(?:;-?\d+)?)$/.exec(fromBase64Url(token) ?? '') ?? [];
  if (numbers === undefined) throw resync(call, 'resyncChangesApplyDifferences');
  // A drive that begins anew may lack what the reader has.
  if (epoch !== drive.epoch) throw resync(call, 'resyncChangesUploadDifferences');
  const [position = 0, start = position, begun = drive.sequence(), time] = numbers.split(';').map(Number);
  if (position > drive.sequence()) throw resync(call, 'resyncChangesApplyDifferences');
  return { position, start, begun, ...(time === undefined ? {} : { time }) };
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

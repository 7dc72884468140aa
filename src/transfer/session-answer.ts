import {
  errorFromAnswer,
  parseDriveItem,
  parseUploadSessionStatus,
  type DriveItem,
  type UploadSessionStatus,
} from '../graph';
import { OneDriveError } from '../lib';
import type { HostAnswer } from './upload-host';

/** What an answer of the upload host means for the session. */
export type SessionAnswer =
  /** The service named what it still lacks. */
  | { readonly kind: 'status'; readonly status: UploadSessionStatus }
  /** It says all bytes are there, without an item to prove it (OD#1531): only a look at the folder tells. */
  | { readonly kind: 'complete' }
  | { readonly kind: 'finished'; readonly item: DriveItem }
  | { readonly kind: 'conflict'; readonly error: OneDriveError }
  /** The session is gone; its bytes too, unless the file was finished. */
  | { readonly kind: 'lost'; readonly error: OneDriveError }
  | { readonly kind: 'throttled'; readonly error: OneDriveError }
  /** The bytes may have arrived or not: the service's own account of the session decides. */
  | { readonly kind: 'doubt'; readonly error: OneDriveError }
  | { readonly kind: 'failed'; readonly error: OneDriveError };

/** Only an item finishes an upload: a 2xx alone proves nothing (atlas#355). */
export function readFragmentAnswer(answer: HostAnswer, now: number): SessionAnswer {
  if (answer.status >= 300) return readFailure(answer, now);
  const json = parseJson(answer.body);
  const item = attempt(() => parseDriveItem(json));
  if (item && answer.status !== 202) return { kind: 'finished', item };
  if (answer.status === 202) return readStatus(json, answer.status);
  return answer.status === 200 || answer.status === 201 ? { kind: 'complete' } : unexpected(answer.status);
}

/** The answer to GET uploadUrl. */
export function readStatusAnswer(answer: HostAnswer, now: number): SessionAnswer {
  const error = errorFromAnswer(answer, now);
  if (isRefusedAddress(error) || [404, 410].includes(answer.status)) return { kind: 'lost', error };
  return answer.status < 300 ? readStatus(parseJson(answer.body), answer.status) : readFailure(answer, now);
}

function readStatus(json: unknown, status: number): SessionAnswer {
  const parsed = json === undefined ? undefined : attempt(() => parseUploadSessionStatus(json));
  if (!parsed) return unexpected(status);
  return parsed.nextExpectedRanges.length > 0 ? { kind: 'status', status: parsed } : { kind: 'complete' };
}

function readFailure(answer: HostAnswer, now: number): SessionAnswer {
  const error = errorFromAnswer(answer, now);
  if (answer.status === 401) return { kind: 'lost', error };
  if (answer.status === 409) return { kind: 'conflict', error: asConflict(error) };
  if (error.code === 'throttled') return { kind: 'throttled', error };
  return isDoubtful(answer.status, error) ? { kind: 'doubt', error } : { kind: 'failed', error };
}

/** Whether somebody may write here Graph says, for a fresh session: the host may only know the address no more. */
function isRefusedAddress({ status, code }: OneDriveError): boolean {
  return status === 403 && code === 'access-denied';
}

/** A 404 is asked about once more, because there seem to be two kinds, and one of them passes (rclone#9767). */
function isDoubtful(status: number, error: OneDriveError): boolean {
  if (isRefusedAddress(error)) return true;
  if (error.code === 'quota-exceeded') return false;
  if (status >= 500 || [404, 408, 410, 416].includes(status) || status < 400) return true;
  return status === 400 && /^fragment|^invalidRange/i.test(error.serviceCode ?? '');
}

function asConflict(error: OneDriveError): OneDriveError {
  if (error.code === 'name-conflict') return error;
  const { status, serviceCode, requestId } = error;
  return new OneDriveError('name-conflict', { status, serviceCode, requestId, cause: error });
}

function unexpected(status: number): SessionAnswer {
  return { kind: 'doubt', error: new OneDriveError('unexpected-answer', { status }) };
}

function parseJson(body: string): unknown {
  return attempt(() => JSON.parse(body) as unknown);
}

/** Parsers throw; here an unreadable answer is one of the answers to expect. */
function attempt<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

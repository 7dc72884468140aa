import { isCancelled, OneDriveError, type Environment } from '../lib';
import type { GetAccessToken, HostTokenRequest } from './host-tokens';

/** A token as the host gave it, checked. */
export interface GivenToken {
  readonly token: string;
  /** Epoch milliseconds. Without it the token is good for the call it was asked for. */
  readonly expiresOn?: number | undefined;
}

export interface HostParts {
  readonly getAccessToken: GetAccessToken;
  readonly environment: Pick<Environment, 'online'>;
}

/** What may stand in a header; everything else would fail as if there were no network. */
const TOKEN = /^[\u0021-\u007e]+$/;

/**
 * One question to the host's function. What it gave never shows in a message.
 * @throws OneDriveError `sign-in-needed`, or `offline`, `cause` saying why
 */
export async function askHost(parts: HostParts, request: HostTokenRequest): Promise<GivenToken> {
  return readToken(await callHost(parts, request));
}

async function callHost({ getAccessToken, environment }: HostParts, request: HostTokenRequest) {
  try {
    const given: unknown = await getAccessToken(request);
    return given;
  } catch (cause) {
    // The host's own way of saying it, `cancelled` excepted: nobody here asked for an end.
    if (cause instanceof OneDriveError && !isCancelled(cause)) throw cause;
    throw new OneDriveError(environment.online.get() ? 'sign-in-needed' : 'offline', { cause });
  }
}

function readToken(given: unknown): GivenToken {
  const { token, expiresOn } = fieldsOf(given);
  // Nothing: the host's way of saying that nobody is signed in.
  if (token === null || token === '') throw new OneDriveError('sign-in-needed');
  const text = typeof token === 'string' ? token.trim() : '';
  if (!TOKEN.test(text)) {
    const cause = new TypeError(
      'getAccessToken must give the bare access token, as a string or as {token, expiresOn}.',
    );
    throw new OneDriveError('sign-in-needed', { serviceCode: 'getAccessToken', cause });
  }
  return { token: text, expiresOn: readInstant(expiresOn) };
}

function fieldsOf(given: unknown): { token: unknown; expiresOn: unknown } {
  if (typeof given !== 'object' || given === null) return { token: given ?? null, expiresOn: undefined };
  return { token: Reflect.get(given, 'token'), expiresOn: Reflect.get(given, 'expiresOn') };
}

function readInstant(expiresOn: unknown): number | undefined {
  // A Date is known by what it does: it may come from another frame.
  const isTime = typeof expiresOn === 'number' || (typeof expiresOn === 'object' && expiresOn !== null);
  const instant = isTime ? Number(expiresOn) : Number.NaN;
  return Number.isFinite(instant) ? instant : undefined;
}

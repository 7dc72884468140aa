/** What can be done after a failure: nothing, wait, sign in, or let the user decide. */
export type Retry = 'never' | 'later' | 'after-sign-in' | 'ask';

/** Every way an operation of the control can fail. Texts for people live in `locales`, keyed by this code. */
export type ErrorCode =
  | 'access-denied'
  | 'account-not-allowed'
  | 'admin-approval-needed'
  | 'cancelled'
  | 'changed-elsewhere'
  | 'client-unknown'
  | 'configuration-invalid'
  | 'file-too-large'
  | 'consent-declined'
  | 'disk-full'
  | 'invalid-name'
  | 'invalid-request'
  | 'locked'
  | 'malware'
  | 'name-conflict'
  | 'no-drive'
  | 'not-found'
  | 'offline'
  | 'popup-blocked'
  | 'quota-exceeded'
  | 'redirect-mismatch'
  | 'refused-by-page'
  | 'save-refused'
  | 'session-lost'
  | 'sign-in-failed'
  | 'sign-in-needed'
  | 'source-changed'
  | 'tenant-unknown'
  | 'throttled'
  | 'timed-out'
  | 'unavailable'
  | 'unexpected-answer'
  | 'verification-failed'
  | 'work-not-kept';

const RETRY: Partial<Record<ErrorCode, Retry>> = {
  'changed-elsewhere': 'ask',
  'consent-declined': 'ask',
  'disk-full': 'ask',
  locked: 'later',
  'name-conflict': 'ask',
  offline: 'later',
  'popup-blocked': 'ask',
  'save-refused': 'ask',
  'sign-in-failed': 'ask',
  'sign-in-needed': 'after-sign-in',
  throttled: 'later',
  'timed-out': 'later',
  unavailable: 'later',
  'unexpected-answer': 'later',
  'verification-failed': 'ask',
  'work-not-kept': 'ask',
};

/** Beside the errors: two that say the same are the same, whenever they were made. */
const made = new WeakMap<OneDriveError, number>();

/** Epoch milliseconds when it failed, for whoever looks into the logs of the service. */
export function failedAt(error: OneDriveError): number | undefined {
  return made.get(error);
}

/** Facts that support staff ask for. Never a URL, a token or a response body. */
export interface ErrorDetails {
  readonly status?: number | undefined;
  /** Graph's precise inner code, or an AADSTS number. */
  readonly serviceCode?: string | undefined;
  /** Graph's request id, or the correlation id of the sign-in. */
  readonly requestId?: string | undefined;
  /** The service's own sentence, without addresses, names and keys: for codes that nobody has explained. */
  readonly serviceText?: string | undefined;
  /** Milliseconds after which the server allows the next try. */
  readonly retryAfter?: number | undefined;
  /** Claims challenge (decoded JSON) that the next token request must answer. */
  readonly claims?: string | undefined;
  readonly cause?: unknown;
}

/**
 * The one error type of the control. Branch on `code`; `message` is for developers.
 *
 * @example
 * try { await drive.rename(item, name) } catch (error) {
 *   if (error instanceof OneDriveError && error.code === 'name-conflict') askForAnotherName();
 * }
 */
export class OneDriveError extends Error {
  override readonly name = 'OneDriveError';
  /** What has failed: branch on it. */
  readonly code: ErrorCode;
  /** What can be done about it. */
  readonly retry: Retry;
  /** Of the HTTP answer, where there was one. */
  readonly status: number | undefined;
  readonly serviceCode: string | undefined;
  readonly requestId: string | undefined;
  /** The service's own sentence, scrubbed. */
  readonly serviceText: string | undefined;
  readonly retryAfter: number | undefined;
  readonly claims: string | undefined;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    const facts = [details.status, details.serviceCode].filter((fact) => fact !== undefined).join(' ');
    super(facts ? `${code} (${facts})` : code, { cause: details.cause });
    // oxlint-disable-next-line no-restricted-globals -- an error has no environment, and no run depends on this
    made.set(this, Date.now());
    this.code = code;
    this.retry = RETRY[code] ?? 'never';
    this.status = details.status;
    this.serviceCode = details.serviceCode;
    this.requestId = details.requestId;
    this.serviceText = details.serviceText;
    this.retryAfter = details.retryAfter;
    this.claims = details.claims;
  }
}

/** `configuration-invalid`, its `serviceCode` naming the setting that is not right. */
export function invalidSetting(setting: string, cause?: unknown): OneDriveError {
  return new OneDriveError('configuration-invalid', { serviceCode: setting, cause });
}

/** Wraps whatever was thrown, so that callers handle one type. An abort becomes `cancelled`. */
export function toOneDriveError(reason: unknown): OneDriveError {
  if (reason instanceof OneDriveError) return reason;
  if (reason instanceof DOMException && reason.name === 'AbortError') {
    return new OneDriveError('cancelled', { cause: reason });
  }
  return new OneDriveError('unexpected-answer', { cause: reason });
}

/** True where the user, or the code on the user's behalf, stopped the operation. */
export function isCancelled(reason: unknown): boolean {
  return toOneDriveError(reason).code === 'cancelled';
}

import type { ErrorCode, OneDriveError } from './errors';

/** Why something failed: the control's code, and the number or word of the service. Never its text. */
interface TelemetryFailure {
  readonly code: ErrorCode;
  /** `AADSTS50011`, `popup_window_error`, `accessDenied`. */
  readonly serviceCode?: string | undefined;
}

interface Timed {
  /** Milliseconds. */
  readonly duration: number;
}

interface RequestFacts {
  readonly method: string;
  /** The request's path without what names anything: `/me/drive/items/{id}/children`. */
  readonly route: string;
}

interface TransferFacts {
  readonly kind: 'upload' | 'download' | 'copy';
}

interface TransferEnd extends TransferFacts, Timed {
  /** Of the whole file or ZIP. */
  readonly bytes: number;
}

/**
 * What the control did, for those who operate it. Nothing of it says who the user is or what the files are: no names,
 * addresses, ids, tokens or URLs.
 */
export type TelemetryEvent =
  | { readonly name: 'sign-in-started' }
  | ({ readonly name: 'sign-in-succeeded' } & Timed)
  | ({ readonly name: 'sign-in-failed' } & Timed & TelemetryFailure)
  | ({ readonly name: 'sign-in-cancelled' } & Timed)
  /** A user is connected, by a sign-in or by one of an earlier page. */
  | { readonly name: 'connected' }
  | { readonly name: 'disconnected' }
  /** A new access token came without a window. */
  | { readonly name: 'token-renewed' }
  | ({ readonly name: 'token-renewal-failed' } & TelemetryFailure)
  /** A request to Graph has its last answer, or has failed for good. */
  | ({
      readonly name: 'request-finished';
      readonly status?: number | undefined;
      /** How often it was sent. */
      readonly attempts: number;
      readonly throttled: boolean;
    } & RequestFacts &
      Timed &
      Partial<TelemetryFailure>)
  | ({ readonly name: 'request-retried'; readonly attempt: number } & RequestFacts & TelemetryFailure)
  /** Graph asked to wait so many milliseconds. */
  | { readonly name: 'throttled'; readonly wait: number }
  | ({ readonly name: 'transfer-started' } & TransferFacts)
  | ({ readonly name: 'transfer-finished' } & TransferEnd)
  | ({ readonly name: 'transfer-failed' } & TransferEnd & TelemetryFailure)
  | ({ readonly name: 'transfer-cancelled' } & TransferEnd);

/** One request to Graph through all its tries. Its address goes no further than to where its route is read from it. */
export interface RequestRun {
  readonly method: string;
  readonly url: string;
  readonly root: string;
  readonly start: number;
  end: number;
  attempts: number;
  throttled: boolean;
}

/** What events are made of. */
export type Happening =
  | Exclude<TelemetryEvent, RequestFacts>
  | {
      readonly name: 'requesting';
      readonly request: RequestRun;
      readonly done: Promise<{ readonly status: number }>;
    }
  | {
      readonly name: 'retrying';
      readonly request: RequestRun;
      readonly attempt: number;
      readonly error: OneDriveError;
    }
  | { readonly name: 'signing-in'; readonly start: number; readonly done: Promise<void> }
  | { readonly name: 'asking-token'; readonly done: Promise<unknown> };

/** Where the layers report what happens. */
export type Report = (happening: Happening) => void;

/** Where events go. */
export type Telemetry = (event: TelemetryEvent) => void;

/** What of an error may be told. A word of the service that is no plain code stays here. */
export function failureOf(error: {
  readonly code: ErrorCode;
  readonly serviceCode?: string | undefined;
}): TelemetryFailure {
  const { code, serviceCode } = error;
  return serviceCode && /^[a-z][\w.-]{0,63}$/i.test(serviceCode) ? { code, serviceCode } : { code };
}

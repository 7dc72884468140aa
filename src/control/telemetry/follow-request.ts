import {
  failureOf,
  toOneDriveError,
  type OneDriveError,
  type RequestRun,
  type TelemetryEvent,
} from '../../lib';
import { routeOf } from './route';

type Tell = (event: TelemetryEvent) => void;

/** Tells of the last answer to a request, or of its failure. */
export async function followRequest(
  { request, done }: { readonly request: RequestRun; readonly done: Promise<{ readonly status: number }> },
  tell: Tell,
): Promise<void> {
  const end = await done.then(
    ({ status }) => ({ status }),
    (reason: unknown) => {
      const error = toOneDriveError(reason);
      return { status: error.status, ...failureOf(error) };
    },
  );
  const { start, attempts, throttled } = request;
  const duration = request.end - start;
  tell({ name: 'request-finished', ...factsOf(request), duration, attempts, throttled, ...end });
}

export function tellRetry(
  {
    request,
    attempt,
    error,
  }: { readonly request: RequestRun; readonly attempt: number; readonly error: OneDriveError },
  tell: Tell,
): void {
  tell({ name: 'request-retried', ...factsOf(request), attempt, ...failureOf(error) });
}

function factsOf({ method, url, root }: RequestRun) {
  return { method, route: routeOf(url, root) };
}

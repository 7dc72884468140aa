import { bytesRefusal, dressBytes } from './bytes/bytes-answer';
import type { GraphPorts } from './graph-ports';
import { dress, toErrorResponse } from './protocol/answer';
import { GraphError } from './protocol/graph-error';

/** The two hosts that answer in the drive's words. */
type DriveHost = 'graph' | 'bytes';

export interface HostPorts extends Pick<GraphPorts, 'strict' | 'now'> {
  readonly origins: Pick<GraphPorts['origins'], 'graph'>;
}

/** The code that goes with a status (protocol 7.2). */
const CODES: Readonly<Record<number, string>> = {
  400: 'invalidRequest',
  401: 'InvalidAuthenticationToken',
  403: 'accessDenied',
  404: 'itemNotFound',
  405: 'Request_BadRequest',
  406: 'notSupported',
  409: 'nameAlreadyExists',
  410: 'resyncRequired',
  411: 'lengthRequired',
  412: 'resourceModified',
  413: 'maxRequestLengthExceeded',
  415: 'notSupported',
  416: 'invalidRange',
  422: 'unprocessableEntity',
  423: 'resourceLocked',
  424: 'FailedDependency',
  429: 'activityLimitReached',
  500: 'generalException',
  501: 'notSupported',
  502: 'serviceNotAvailable',
  503: 'serviceNotAvailable',
  504: 'serviceNotAvailable',
  507: 'quotaLimitReached',
  509: 'activityLimitReached',
};

/** The shape in which a host refuses with this status, for whoever wants it to. */
export function refuseByStatus(
  host: DriveHost,
  request: Request,
  ports: HostPorts,
  { status, message }: { readonly status: number; readonly message: string },
): Response {
  const error = new GraphError(status, CODES[status] ?? 'UnknownError', message);
  return host === 'bytes' ? bytesRefusal(ports, request, error) : toErrorResponse({ ports }, request, error);
}

/** Adds what every answer of the host carries. */
export function dressAs(host: DriveHost, request: Request, ports: HostPorts, response: Response): Response {
  return host === 'bytes' ? dressBytes(ports, request, response) : dress({ ports }, request, response);
}

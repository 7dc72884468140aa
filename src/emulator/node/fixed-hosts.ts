import { isLoopbackHost } from '../core';
import type { TlsFiles } from './loopback-server';
import { EmulatorStartError } from './start-error';

/**
 * Names of the service's hosts, for clients that know no others and are led to this computer. The
 * ports stay on loopback; answers name these hosts where they would name `localhost`.
 */
export interface FixedHosts {
  /** e.g. `login.microsoftonline.com` */
  readonly login?: string | undefined;
  /** e.g. `graph.microsoft.com` */
  readonly graph?: string | undefined;
  /** e.g. `contoso-my.sharepoint.com` */
  readonly bytes?: string | undefined;
}

/**
 * Refuses what would weaken the check of the `Host`: over plain http a website behind a rebound DNS
 * name could come as such a host; with TLS it would need the certificate's key.
 * @throws EmulatorStartError with one sentence.
 */
export function readFixedHosts(hosts: FixedHosts, tls: TlsFiles | undefined): FixedHosts {
  const { login, graph, bytes } = hosts;
  if ([login, graph, bytes].every((name) => name === undefined)) return {};
  if (tls === undefined) {
    throw new EmulatorStartError(
      'Fixed host names need TLS: give a certificate for them and its key (npm run emulator: --tls-cert and --tls-key).',
    );
  }
  return { login: readName(login), graph: readName(graph), bytes: readName(bytes) };
}

function readName(name: string | undefined): string | undefined {
  const lower = name?.toLowerCase();
  if (lower === undefined || /^(?:[a-z\d-]+\.)+[a-z][a-z\d-]*$/.test(lower)) return lower;
  throw new EmulatorStartError(`“${name}” is no host name: give one such as graph.microsoft.com.`);
}

/** Whether a request with this `Host` is answered: this computer's own names, and the fixed ones. */
export function hostGate(...names: readonly (string | undefined)[]): (host: string) => boolean {
  return (host) =>
    isLoopbackHost(host) ||
    (URL.canParse(`https://${host}`) && names.includes(new URL(`https://${host}`).hostname));
}

/** The origin that answers name: the fixed host, at the port that is really open. */
export function namedOrigin(name: string | undefined, localOrigin: string): string {
  const url = new URL(localOrigin);
  if (name !== undefined) url.hostname = name;
  return url.origin;
}

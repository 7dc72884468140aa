import { createEmulator } from '../core';
import type { Emulator } from '../core';
import { createEmulatedGraph, documentedLimits } from '../graph';
import type { GraphPorts, EmulatedGraph } from '../graph';
import type { AppRegistration } from '../identity';
import { createLimitedContentStore } from '../store';
import { createDiskContentStore } from '../store/disk-content-store';
import { createSharpThumbnailer } from '../store/sharp-thumbnailer';
import { hostGate, namedOrigin, readFixedHosts } from './fixed-hosts';
import type { FixedHosts } from './fixed-hosts';
import { readItemCount, requireLargeDrive } from './item-count';
import { listenOnLoopback } from './loopback-server';
import type { LoopbackServer, TlsFiles } from './loopback-server';
import { nodeListener } from './node-listener';
import { plantRealFolder } from './plant-folder';
import { portAfter } from './port-number';

export interface StartOptions {
  /** Login and Graph; left out, 5174; 0 picks a free port. */
  readonly port?: number | undefined;
  /** Preauthenticated bytes; left out, the port after `port`, or a free one as well. */
  readonly bytesPort?: number | undefined;
  readonly profile?: 'business' | 'personal' | undefined;
  readonly drive?: 'demo' | 'empty' | 'large' | undefined;
  /** How many files the large drive holds; left out, 100,000. */
  readonly items?: number | undefined;
  /** A folder of this computer: a copy of it becomes the first account's drive, and again at each reset. */
  readonly folder?: string | undefined;
  /** Of files of this size or more only the size and the hashes are kept. Left out: every byte, on disk. */
  readonly keepBytesBelow?: number | undefined;
  /** Names are two where only an accent is composed differently (NFC, NFD); left out, they are one. */
  readonly distinctAccents?: boolean | undefined;
  readonly strict?: boolean | undefined;
  /** `/me/drive/sharedWithMe` and `/me/drive/recent` list something, as until November 2026. */
  readonly retiredLists?: boolean | undefined;
  /** Throttle as documented; left out, nothing is, until `POST /_emulator/throttling` says so. */
  readonly throttling?: boolean | undefined;
  /** The sign-in session's cookie is `SameSite=None; Secure`, as over TLS: frames of other sites may send it. */
  readonly crossSiteCookie?: boolean | undefined;
  readonly tls?: TlsFiles | undefined;
  /** Names of the service's hosts that clients insist on; only with `tls`. */
  readonly hosts?: FixedHosts | undefined;
  /** Another Graph behind the same login, for tests. */
  readonly createGraph?: ((ports: GraphPorts) => Promise<EmulatedGraph>) | undefined;
}

export interface RunningEmulator {
  /** `http://localhost:5174`: where it is on this computer, whatever names clients use. */
  readonly loginOrigin: string;
  /** `http://localhost:5175` */
  readonly bytesOrigin: string;
  /** Adds redirect URIs to an application. @throws RefusedInput */
  registerApp(registration: AppRegistration): void;
  close(): Promise<void>;
}

/**
 * Starts the emulator on two loopback ports.
 * @throws EmulatorStartError when a port is in use, or host names or a number of items are given that can't be used.
 */
export async function startEmulator(options: StartOptions = {}): Promise<RunningEmulator> {
  const { port = 5174, strict = false, tls, drive, items } = options;
  const { bytesPort = portAfter(port) } = options;
  requireLargeDrive(drive, items, 'items belongs to drive: ‘large’');
  if (items !== undefined) readItemCount(String(items), 'items');
  const hosts = readFixedHosts(options.hosts ?? {}, tls);
  const { promise, resolve } = deferred<Emulator>();
  const login = await listenOnLoopback({
    port,
    variable: 'EMULATOR_PORT',
    option: '--port',
    tls,
    listener: nodeListener(promise, { origin: 'login', acceptsHost: hostGate(hosts.login, hosts.graph) }),
  });
  const servers: LoopbackServer[] = [login];
  try {
    const bytes = await listenOnLoopback({
      port: bytesPort,
      variable: 'BYTES_PORT',
      option: '--bytes-port',
      tls,
      listener: nodeListener(promise, { origin: 'bytes', acceptsHost: hostGate(hosts.bytes) }),
    });
    servers.push(bytes);
    const emulator = await createEmulator({
      loginOrigin: namedOrigin(hosts.login, login.origin),
      graphOrigin: namedOrigin(hosts.graph, login.origin),
      bytesOrigin: namedOrigin(hosts.bytes, bytes.origin),
      strict,
      crossSiteCookie: options.crossSiteCookie,
      createGraph: options.createGraph ?? ((ports) => diskGraph(ports, options)),
      onFaultsScripted: async () => {
        await Promise.all(servers.map((server) => server.endIdleConnections()));
      },
    });
    resolve(emulator);
    return {
      loginOrigin: login.origin,
      bytesOrigin: bytes.origin,
      registerApp: (registration) => emulator.registerApp(registration),
      close: async () => {
        await closeAll(servers);
        await emulator.close();
      },
    };
  } catch (error) {
    await closeAll(servers);
    throw error;
  }
}

/** Graph with its files on disk and real thumbnails. */
function diskGraph(ports: GraphPorts, options: StartOptions): Promise<EmulatedGraph> {
  const { folder } = options;
  const disk = createDiskContentStore();
  const limit = options.keepBytesBelow;
  const store = limit === undefined ? disk : createLimitedContentStore(disk, limit);
  return createEmulatedGraph(ports, {
    drive: options.drive ?? 'demo',
    items: options.items,
    ...(folder !== undefined && {
      plant: (drive) => plantRealFolder({ drive, store, onLeftOut: warnLeftOut }, folder),
    }),
    profile: options.profile ?? 'business',
    distinctAccents: options.distinctAccents,
    retiredLists: options.retiredLists,
    limits: options.throttling === true ? documentedLimits : undefined,
    contentStore: store,
    thumbnailer: createSharpThumbnailer(),
  });
}

function warnLeftOut(path: string, reason: string): void {
  console.warn(`emulator: ${path} is left out: ${reason}`);
}

async function closeAll(servers: readonly LoopbackServer[]): Promise<void> {
  await Promise.all(servers.map((server) => server.close()));
}

/** Promise.withResolvers, which Node 20 does not have. */
function deferred<Value>(): { readonly promise: Promise<Value>; readonly resolve: (value: Value) => void } {
  let settle: ((value: Value) => void) | undefined;
  const promise = new Promise<Value>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: (value) => settle?.(value) };
}

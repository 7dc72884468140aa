import { createEmulator } from '../../src/emulator/core';
import { createEmulatedGraph } from '../../src/emulator/graph';
import { DEMO_CLIENT_ID } from '../../src/emulator/identity';
import { createMemoryContentStore } from '../../src/emulator/store';
import { emulatorRoot, readEmulatorAddress } from './addresses';
import { answerRequest } from './answer-request';
import { createCanvasThumbnailer } from './canvas-thumbnailer';
import { leadDownloads } from './lead-downloads';
import { ask, CONFIGURATION_FILE, INTRODUCTION, type AskedRequest, type GivenAnswer } from './messages';

/** What the control is told, as in `onedrive.config.json`. */
export interface DemoSettings {
  readonly clientId: string;
  readonly authority: string;
  readonly redirectUri: string;
  /** Nothing outlives the emulator, which goes with the page. */
  readonly cacheLocation: 'memoryStorage';
  /** A page that may reach nothing but its own files can't be set up for a tenant. */
  readonly setup: false;
}

/**
 * Starts an emulator in this page and puts the service worker before it. From then on its addresses answer, for this
 * page and for the windows that it opens, until the page goes.
 */
export async function holdEmulator(): Promise<DemoSettings> {
  const folder = new URL('./', location.href);
  const holder = await introduce(folder);
  const loginOrigin = emulatorRoot(folder, holder, 'login');
  const emulator = await createEmulator({
    loginOrigin,
    bytesOrigin: emulatorRoot(folder, holder, 'bytes'),
    strict: true,
    browsers: 'only-one',
    createGraph: (ports) =>
      createEmulatedGraph(ports, {
        drive: 'demo',
        profile: 'business',
        contentStore: createMemoryContentStore(),
        thumbnailer: createCanvasThumbnailer(),
      }),
  });
  const settings: DemoSettings = {
    clientId: DEMO_CLIENT_ID,
    authority: `${loginOrigin}/common`,
    redirectUri: new URL('oauth2callback.html', folder).href,
    cacheLocation: 'memoryStorage',
    setup: false,
  };
  emulator.registerApp({ clientId: DEMO_CLIENT_ID, spa: [settings.redirectUri] });
  leadDownloads(folder);
  listen(async (asked) => {
    const address = readEmulatorAddress(folder, asked.url);
    if (address !== undefined) return answerRequest(emulator, address, asked);
    return asked.url === new URL(CONFIGURATION_FILE, folder).href ? json(settings) : { kind: 'cut' };
  });
  return settings;
}

/** @returns the id by which the service worker knows this page. */
async function introduce(folder: URL): Promise<string> {
  if (!('serviceWorker' in navigator)) throw new Error('This browser runs no service worker here.');
  await navigator.serviceWorker.register(new URL('service-worker.js', folder), { updateViaCache: 'none' });
  const { active } = await navigator.serviceWorker.ready;
  const controlled = navigator.serviceWorker.controller
    ? Promise.resolve()
    : new Promise((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
      });
  const id = active && (await ask<string | undefined>(active, INTRODUCTION));
  await controlled;
  if (!id) throw new Error('The service worker does not know this page.');
  return id;
}

function listen(answer: (asked: AskedRequest) => Promise<GivenAnswer>): void {
  navigator.serviceWorker.addEventListener(
    'message',
    ({ data, ports: [port] }: MessageEvent<AskedRequest>) => {
      void answer(data).then(
        (given) => port?.postMessage(given),
        (error: unknown) => {
          console.error('[emulator]', error);
          port?.postMessage({ kind: 'cut' } satisfies GivenAnswer);
        },
      );
    },
  );
  navigator.serviceWorker.startMessages();
}

function json(value: object): GivenAnswer {
  const body = new Blob([JSON.stringify(value)]);
  return { kind: 'response', status: 200, headers: [['content-type', 'application/json']], body };
}

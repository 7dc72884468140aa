import { probeStorage } from '../lib';
import { createHiddenFrame } from './hidden-frame';
import { askFrame, type FrameAnswer, type FrameQuestion } from './ask-frame';
import { watchPolicy, type PolicyWatch } from './watch-policy';

/** How the page stands in the browser. */
interface PageFraming {
  readonly framed: boolean;
  /** A page of another origin is around it. */
  readonly crossOrigin: boolean;
  /** Whether the page has its own cookies and storage there; true where nothing is around it. */
  readonly ownStorage: boolean;
}

/** What a self-test asks the browser about the page it runs on. */
export interface PageProbe {
  readonly origin: string;
  /** What the browser calls itself. */
  readonly browser: string;
  readonly isSecure: boolean;
  canStore(location: 'sessionStorage' | 'localStorage'): boolean;
  framing(): Promise<PageFraming>;
  hasServiceWorker(address: string): Promise<boolean>;
  watchPolicy(): PolicyWatch;
  /** Resolves when the image has loaded or failed. */
  tryImage(address: string): Promise<void>;
  /** Resolves when the frame shows something, if only that it may not. Nothing in it runs. */
  tryFrame(address: string, signal: AbortSignal): Promise<void>;
  askFrame(question: FrameQuestion): Promise<FrameAnswer>;
}

/** The page that this script runs on. */
export function createPageProbe(): PageProbe {
  return {
    origin: location.origin,
    browser: navigator.userAgent,
    isSecure: isSecureContext,
    canStore: probeStorage,
    framing: readFraming,
    hasServiceWorker: async (address) =>
      'serviceWorker' in navigator &&
      (await navigator.serviceWorker.getRegistration(address).catch(() => undefined)) !== undefined,
    watchPolicy,
    tryImage,
    tryFrame,
    askFrame,
  };
}

async function readFraming(): Promise<PageFraming> {
  const framed = window.top !== window;
  const crossOrigin = framed && !isReadable(window.top);
  const ownStorage = !crossOrigin || (await document.hasStorageAccess?.().catch(() => false));
  return { framed, crossOrigin, ownStorage };
}

function isReadable(top: Window | null): boolean {
  try {
    return top?.location.origin === location.origin;
  } catch {
    return false;
  }
}

function tryImage(address: string): Promise<void> {
  return new Promise((resolve) => {
    const image = new Image();
    image.addEventListener('load', () => resolve());
    image.addEventListener('error', () => resolve());
    image.referrerPolicy = 'no-referrer';
    image.src = address;
  });
}

function tryFrame(address: string, signal: AbortSignal): Promise<void> {
  const frame = createHiddenFrame('');
  const end = () => frame.remove();
  return new Promise((resolve) => {
    frame.addEventListener('load', () => {
      end();
      resolve();
    });
    signal.addEventListener('abort', end, { once: true });
    frame.src = address;
    document.body.append(frame);
  });
}

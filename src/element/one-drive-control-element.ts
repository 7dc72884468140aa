import type { OneDriveControlHandle, OneDriveControlProps } from '../ui';
import { defineAttributeProperties, keepEarlyProperties } from './attribute-properties';
import { ATTRIBUTES, readProps } from './attributes';
import type { OneDriveEvents } from './events';
import type { MountedControl } from './mount-control';
import { defaultRedirectUri } from './redirect-address';
import { drawFailure, drawSkeleton } from './skeleton';

/** On a server there are no elements; the module can be imported there all the same. */
const Base: typeof HTMLElement = Reflect.get(globalThis, 'HTMLElement') ?? Object;

/**
 * `<onedrive-control>`: the class is all that a page loads at first; the application follows when the element stands
 * in the page.
 *
 * @example <onedrive-control client-id="…" tenant="…" redirect-uri="/oauth2callback.html"></onedrive-control>
 */
export class OneDriveControlElement extends Base {
  static readonly observedAttributes: readonly string[] = ATTRIBUTES;

  /** Each of these reads and writes its attribute: `clientId` is `client-id`. */
  declare clientId: string;
  declare tenant: string;
  declare authority: string;
  declare cloud: string;
  declare redirectUri: string;
  declare scopes: string;
  declare loginHint: string;
  declare domainHint: string;
  declare cacheLocation: string;
  declare folder: string;
  declare root: string;
  declare theme: string;
  declare locale: string;

  #view: Promise<MountedControl> | undefined;

  /** Opens the sign-in window where it is needed: call it straight from a click. */
  async connect(): Promise<void> {
    await (await this.#handle()).connect();
  }

  /** Forgets who was signed in, on this page only. */
  async disconnect(): Promise<void> {
    await (await this.#handle()).disconnect();
  }

  /** Opens the folder `Documents/2026`, from the root on, and waits until it is listed. */
  async navigate(path: string): Promise<void> {
    await (await this.#handle()).navigate(path);
  }

  /** Lists the open folder again, and waits until that is done. */
  async refresh(): Promise<void> {
    await (await this.#handle()).refresh();
  }

  connectedCallback(): void {
    keepEarlyProperties(this);
    this.#open().catch(() => undefined); // Told on screen and by od-error.
  }

  disconnectedCallback(): void {
    // A move in the page takes it out and puts it in again at once: then everything stays as it is.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  /** `moveBefore` keeps everything. */
  connectedMoveCallback(): void {}

  attributeChangedCallback(): void {
    this.#view?.then(
      (view) => view.update(this.#props()),
      () => undefined,
    );
  }

  async #handle(): Promise<OneDriveControlHandle> {
    if (!this.isConnected) throw new TypeError('<onedrive-control> must stand in a page to be used.');
    return (await this.#open()).handle;
  }

  #open(): Promise<MountedControl> {
    if (this.#view) return this.#view;
    const view = this.#load();
    this.#view = view;
    view.catch(() => {
      if (this.#view === view) this.#view = undefined;
    });
    return view;
  }

  async #load(): Promise<MountedControl> {
    const root = this.#root();
    const place = drawSkeleton(root);
    try {
      const { mountControl } = await import('./mount-control');
      return mountControl(place, this.#props());
    } catch (cause) {
      if (place.isConnected) {
        drawFailure(root, () => void this.#open().catch(() => undefined));
        this.#emit('od-error', {
          code: 'offline',
          message: 'The control could not be loaded.',
          retry: 'later',
        });
      }
      throw cause;
    }
  }

  #close(): void {
    const view = this.#view;
    this.#view = undefined;
    view?.then(
      (mounted) => mounted.unmount(),
      () => undefined,
    );
  }

  #root(): ShadowRoot {
    return this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  }

  #props(): OneDriveControlProps {
    const direction = getComputedStyle(this).direction === 'rtl' ? 'rtl' : 'ltr';
    const redirectUri = defaultRedirectUri(import.meta.url, location.href);
    return {
      ...readProps((name) => this.getAttribute(name), { redirectUri, direction }),
      shadowRoot: this.#root(),
      onConnection: (detail) => this.#emit('od-connection', detail),
      onNavigate: (detail) => this.#emit('od-navigate', detail),
      onSelection: (detail) => this.#emit('od-selection', detail),
      onError: ({ code, message, retry, requestId }) =>
        this.#emit('od-error', { code, message, retry, ...(requestId && { requestId }) }),
    };
  }

  #emit<K extends keyof OneDriveEvents>(type: K, detail: OneDriveEvents[K]['detail']): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

defineAttributeProperties(OneDriveControlElement.prototype);

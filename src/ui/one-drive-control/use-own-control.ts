import { useLayoutEffect, useRef, useState } from 'react';
import type { SignInSettings } from '../../auth';
import { createStore, OneDriveError, toOneDriveError, type ReadableStore } from '../../lib';
import type { ControlModel } from '../control-model';
import { namesOf, readSettings, type ControlSettings, type OneDriveControlProps } from './props';

/** `createOneDriveControl`: handed in, because the interface does not know how the layers are wired. */
export type CreateControl = (options: {
  readonly signIn: SignInSettings;
  readonly rootPath: readonly string[];
  readonly startPath: () => readonly string[];
}) => ControlModel & { readonly dispose: () => void };

export type OwnedControl =
  /** Until the component stands in the page. */
  | { readonly status: 'starting' }
  | {
      readonly status: 'ready';
      /** Another one where another control took its place. */
      readonly key: string;
      readonly control: ControlModel;
      /** Aborted when the control is gone. */
      readonly ended: AbortSignal;
    }
  | { readonly status: 'wrong'; readonly error: OneDriveError };

/** A control that lives as long as the component, and is made anew when its settings change. */
export function useOwnControl(
  createControl: CreateControl,
  props: OneDriveControlProps,
): ReadableStore<OwnedControl> {
  const [owned] = useState(() => createStore<OwnedControl>({ status: 'starting' }));
  const settings = useEqual(readSettings(props));
  const start = useStartFolder(props.folder, owned);
  // Before the first paint, so that what stood there is replaced without a gap.
  useLayoutEffect(() => {
    const end = new AbortController();
    try {
      checkRedirectUri(settings);
      const signIn = { ...settings.signIn, redirectUri: absolute(settings.signIn.redirectUri) };
      const control = createControl({ ...settings, signIn, startPath: () => namesOf(start.current) });
      end.signal.addEventListener('abort', () => control.dispose());
      owned.set({ status: 'ready', key: JSON.stringify(settings), control, ended: end.signal });
    } catch (reason) {
      owned.set({ status: 'wrong', error: toOneDriveError(reason) });
    }
    return () => end.abort();
  }, [createControl, owned, settings, start]);
  return owned;
}

/** Goes to the folder when it changes; while nobody is signed in, it is where the next one starts. */
function useStartFolder(folder: string | undefined, owned: ReadableStore<OwnedControl>) {
  const start = useRef(folder);
  useLayoutEffect(() => {
    if (start.current === folder) return;
    start.current = folder;
    const now = owned.get();
    // Where other settings changed as well, another control is about to start there.
    if (now.status !== 'ready' || now.ended.aborted) return;
    const { connection, folder: browser } = now.control;
    const current = connection.get();
    if ('account' in current && current.account) void browser.openPath(namesOf(folder));
  }, [folder, owned]);
  return start;
}

/** The value before, as long as it says the same: an object made in a render is never the same one. */
function useEqual(value: ControlSettings): ControlSettings {
  const [held, setHeld] = useState(value);
  if (JSON.stringify(held) === JSON.stringify(value)) return held;
  setHeld(value);
  return value;
}

/** MSAL hears of the answer by a channel that ends at the origin: from another one it would wait for ever. */
function checkRedirectUri({ signIn: { redirectUri } }: ControlSettings): void {
  const isOwn =
    redirectUri !== '' &&
    URL.canParse(redirectUri, document.baseURI) &&
    new URL(redirectUri, document.baseURI).origin === location.origin;
  if (!isOwn) throw new OneDriveError('configuration-invalid', { serviceCode: 'redirectUri' });
}

function absolute(address: string): string {
  return new URL(address, document.baseURI).href;
}

import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { GetAccessToken, HostTokenRequest } from '../../auth';
import type { FolderPlace } from '../../drive';
import { createStore, loadCode, OneDriveError, toOneDriveError, type ReadableStore } from '../../lib';
import type { ControlModel } from '../control-model';
import type { HostDoor } from '../host-door';
import { laterCode } from '../later';
import { endControl, holdControl, type HeldControl } from './held-control';
import { createHostDoor, guardModel } from './guard-model';
import type { OwnProps } from './props';
import { createSession, type Session } from './session';
import { placeOf } from './place-of';
import { readFirstView } from './read-first-view';
import { controlOptions, readSettings, type ControlOptions } from './settings';
import { saysTheSame, useSteady } from './use-steady';

const keeping = laterCode(() => import('./keep-control'));

/** `createOneDriveControl`: handed in, because the interface does not know how the layers are wired. */
export type CreateControl = (options: ControlOptions) => ControlModel & { readonly dispose: () => void };

export type OwnedControl =
  /** Until the component stands in the page. */
  | { readonly status: 'starting' }
  | {
      readonly status: 'ready';
      /** Another one where another control took its place. */
      readonly key: string;
      readonly control: ControlModel;
      /** The control as the view has it: what users do with it passes the host, and what that fails of is heard of. */
      readonly model: ControlModel;
      readonly host: HostDoor;
      readonly held: HeldControl;
      readonly session: Session;
      /** Only the connection is shown. */
      readonly isAccountOnly: boolean;
      /** Aborted when the component is gone, or shows another control. */
      readonly ended: AbortSignal;
    }
  | { readonly status: 'wrong'; readonly error: OneDriveError };

/**
 * A control that lives as long as the component, and is made anew when its settings change. With `keepTransfers` one
 * that was left behind with its transfers is shown again.
 */
export function useOwnControl(createControl: CreateControl, props: OwnProps): ReadableStore<OwnedControl> {
  const [owned] = useState(() => createStore<OwnedControl>({ status: 'starting' }));
  const settings = useSteady(readSettings(props), saysTheSame);
  const start = useStart(useSteady(placeOf(props), saysTheSame), owned);
  const tokens = useNewestTokens(props.getAccessToken, owned);
  const keeps = useNewest(props.keepTransfers);
  const listeners = useNewest(props);
  const { publicClientApplication, keepTransfers } = props;
  useEffect(() => {
    // It has to be there when the component goes; what can't be had now comes with the other parts.
    if (keepTransfers) keeping.load().catch(() => undefined);
  }, [keepTransfers]);
  // Before the first paint, so that what stood there is replaced without a gap.
  useLayoutEffect(() => {
    const end = new AbortController();
    const key = JSON.stringify(settings);
    try {
      const newest = { getAccessToken: tokens.current, start: start.current };
      const options = {
        start: () => newest.start,
        firstView: () => readFirstView(listeners.current),
        getAccessToken: askNewest(newest),
        publicClientApplication,
      };
      const made = () => ({ settings: key, getAccessToken: tokens.current });
      const held =
        keeping.loaded()?.takeKept(made(), newest) ??
        holdControl(newest, createControl(controlOptions(settings, options)));
      const { control } = held;
      const host = createHostDoor({ control, listeners, ended: end.signal });
      const session = createSession(control, end.signal);
      control.followSaving(async () =>
        (await loadCode(import('./keep-saving'))).keepSaving(control, session, end.signal),
      );
      end.signal.addEventListener('abort', () => {
        const keepControl = keeps.current ? keeping.loaded()?.keepControl : undefined;
        if (keepControl) keepControl(made(), held);
        else endControl(held);
      });
      owned.set({
        status: 'ready',
        key,
        control,
        model: guardModel(host, held.commandFailure),
        host,
        held,
        session,
        isAccountOnly: !settings.opensFolder,
        ended: end.signal,
      });
    } catch (reason) {
      owned.set({ status: 'wrong', error: toOneDriveError(reason) });
    }
    return () => end.abort();
  }, [createControl, owned, settings, start, tokens, keeps, listeners, publicClientApplication]);
  return owned;
}

/** Goes to the folder when it changes; while nobody is signed in, it is where the next one starts. */
function useStart(place: FolderPlace, owned: ReadableStore<OwnedControl>) {
  const start = useRef(place);
  useLayoutEffect(() => {
    if (start.current === place) return;
    start.current = place;
    const now = owned.get();
    // Where other settings changed as well, another control is about to start there.
    if (now.status !== 'ready' || now.ended.aborted) return;
    now.held.newest.start = place;
    if (now.isAccountOnly) return;
    const { connection, folder } = now.control;
    const current = connection.get();
    if ('account' in current && current.account) void folder.openPath(place);
  }, [place, owned]);
  return start;
}

/** The control asks the newest function of the host. */
function useNewestTokens(getAccessToken: GetAccessToken | undefined, owned: ReadableStore<OwnedControl>) {
  const newest = useNewest(getAccessToken);
  useLayoutEffect(() => {
    const now = owned.get();
    if (now.status === 'ready' && !now.ended.aborted) now.held.newest.getAccessToken = getAccessToken;
  }, [getAccessToken, owned]);
  return newest;
}

function useNewest<T>(value: T): RefObject<T> {
  const newest = useRef(value);
  useLayoutEffect(() => {
    newest.current = value;
  }, [value]);
  return newest;
}

function askNewest(newest: HeldControl['newest']): GetAccessToken {
  return async (request: HostTokenRequest) => {
    if (!newest.getAccessToken) throw new OneDriveError('sign-in-needed');
    return newest.getAccessToken(request);
  };
}

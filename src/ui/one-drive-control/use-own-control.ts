import { useLayoutEffect, useRef, useState } from 'react';
import type { GetAccessToken, HostTokenRequest } from '../../auth';
import type { FolderPlace } from '../../drive';
import type { ControlProps } from '../../host';
import { createStore, loadCode, OneDriveError, toOneDriveError, type ReadableStore } from '../../lib';
import type { ControlModel } from '../control-model';
import { createSession, type Session } from './session';
import { placeOf } from './place-of';
import { controlOptions, readSettings, type ControlOptions } from './settings';
import { saysTheSame, useSteady } from './use-steady';
import { watchCommands } from './watch-commands';

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
      /** The control as the view has it: what its commands fail of is heard of. */
      readonly model: ControlModel;
      /** What one of these commands failed of last. */
      readonly commandFailure: ReadableStore<OneDriveError | undefined>;
      readonly session: Session;
      /** Only the connection is shown. */
      readonly isAccountOnly: boolean;
      /** Aborted when the control is gone. */
      readonly ended: AbortSignal;
    }
  | { readonly status: 'wrong'; readonly error: OneDriveError };

/** A control that lives as long as the component, and is made anew when its settings change. */
export function useOwnControl(
  createControl: CreateControl,
  props: ControlProps,
): ReadableStore<OwnedControl> {
  const [owned] = useState(() => createStore<OwnedControl>({ status: 'starting' }));
  const settings = useSteady(readSettings(props), saysTheSame);
  const start = useStart(useSteady(placeOf(props), saysTheSame), owned);
  const getAccessToken = useNewestTokens(props.getAccessToken);
  const { publicClientApplication } = props;
  // Before the first paint, so that what stood there is replaced without a gap.
  useLayoutEffect(() => {
    const end = new AbortController();
    try {
      const place = () => start.current;
      const control = createControl(
        controlOptions(settings, { start: place, getAccessToken, publicClientApplication }),
      );
      const { commands, failure: commandFailure } = watchCommands(control.commands);
      const model = { ...control, commands };
      const session = createSession(control, end.signal);
      control.followSaving(async () =>
        (await loadCode(import('./keep-saving'))).keepSaving(control, session, end.signal),
      );
      end.signal.addEventListener('abort', () => control.dispose());
      owned.set({
        status: 'ready',
        key: JSON.stringify(settings),
        control,
        model,
        commandFailure,
        session,
        isAccountOnly: !settings.opensFolder,
        ended: end.signal,
      });
    } catch (reason) {
      owned.set({ status: 'wrong', error: toOneDriveError(reason) });
    }
    return () => end.abort();
  }, [createControl, owned, settings, start, getAccessToken, publicClientApplication]);
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
    if (now.status !== 'ready' || now.ended.aborted || now.isAccountOnly) return;
    const { connection, folder } = now.control;
    const current = connection.get();
    if ('account' in current && current.account) void folder.openPath(place);
  }, [place, owned]);
  return start;
}

/** One function for the life of the component, which asks the newest one of the host. */
function useNewestTokens(getAccessToken: GetAccessToken | undefined): GetAccessToken {
  const newest = useRef(getAccessToken);
  useLayoutEffect(() => {
    newest.current = getAccessToken;
  }, [getAccessToken]);
  const [ask] = useState(() => async (request: HostTokenRequest) => {
    if (!newest.current) throw new OneDriveError('sign-in-needed');
    return newest.current(request);
  });
  return ask;
}

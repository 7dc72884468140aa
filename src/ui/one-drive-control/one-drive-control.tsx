import { useEffect, useEffectEvent, useImperativeHandle, type ReactNode } from 'react';
import type { OneDriveError } from '../../lib';
import { useStore } from '../control-context';
import { OneDriveView } from '../one-drive-view';
import { followControl, type ControlListeners } from './follow-control';
import { createHandle } from './handle';
import type { OneDriveControlProps } from './props';
import { SetupNotice } from './setup-notice';
import { useOwnControl, type CreateControl, type OwnedControl } from './use-own-control';

/** Makes the component `<OneDriveControl>`, which signs in by itself, of `createOneDriveControl`. */
export function createOneDriveComponent(createControl: CreateControl) {
  return function OneDriveControl(props: OneDriveControlProps): ReactNode {
    const { shadowRoot: root, className, dir, theme, locale, ref } = props;
    const store = useOwnControl(createControl, props);
    const owned = useStore(store);
    useListeners(owned, props);
    useImperativeHandle(ref, () => createHandle(store.get), [store]);
    const look = { root, className, dir, theme, locale };
    switch (owned.status) {
      case 'starting':
        return root ? null : <div className={className} />;
      case 'wrong':
        return <SetupNotice {...look} error={owned.error} />;
      case 'ready':
        return <OneDriveView {...look} key={owned.key} model={owned.control} />;
    }
  };
}

function useListeners(owned: OwnedControl, listeners: ControlListeners): void {
  const onConnection: ControlListeners['onConnection'] = useEffectEvent((detail) =>
    listeners.onConnection?.(detail),
  );
  const onNavigate: ControlListeners['onNavigate'] = useEffectEvent((detail) =>
    listeners.onNavigate?.(detail),
  );
  const onSelection: ControlListeners['onSelection'] = useEffectEvent((detail) =>
    listeners.onSelection?.(detail),
  );
  const onError = useEffectEvent((error: OneDriveError) => listeners.onError?.(error));
  useEffect(() => {
    if (owned.status === 'wrong') onError(owned.error);
    if (owned.status !== 'ready') return undefined;
    return followControl(owned.control, { onConnection, onNavigate, onSelection, onError });
  }, [owned]);
}

import { useEffect, useEffectEvent, useImperativeHandle, useRef, type ReactNode } from 'react';
import type { ControlListeners, ControlProps } from '../../host';
import { invalidSetting, tellHost } from '../../lib';
import { useStore } from '../control-context';
import { later } from '../later';
import { OneDriveView, type OneDriveViewProps } from '../one-drive-view';
import { followControl, type Told } from './follow-control';
import { createHandle } from './handle';
import type { OwnProps } from './props';
import { useLocale } from './use-locale';
import { useOwnControl, type CreateControl, type OwnedControl } from './use-own-control';
import { usePicking } from './use-picking';
import { useReach } from './use-reach';
import { saysTheSame, useSteady } from './use-steady';
import { useValidProps } from './use-valid-props';
import type { ReadyControl } from './ready-now';

/** Whoever has to wait for it is setting the page up. */
const SetupNotice = later(async () => (await import('./setup-notice')).SetupNotice);

/** Makes the component `<OneDriveControl>`, which signs in by itself, of `createOneDriveControl`. */
export function createOneDriveComponent(createControl: CreateControl) {
  return function OneDriveControl(given: OwnProps): ReactNode {
    const props = useValidProps(given);
    const { shadowRoot: root, className, dir, theme, disabled, onError, ref } = props;
    const store = useOwnControl(createControl, props);
    const owned = useStore(store);
    // Hosts write them in the middle of a rendering.
    const strings = useSteady(props.strings, saysTheSame);
    const onInvalidString = useInvalidStrings({ strings, onError });
    const locale = useLocale(props);
    useListeners(owned, props);
    const reach = useReach(disabled);
    useImperativeHandle(ref, () => createHandle(store, reach), [store, reach]);
    const look = { root, className, dir, theme, locale, disabled, strings, onInvalidString };
    switch (owned.status) {
      case 'starting':
        return root ? null : <div className={className} />;
      case 'wrong':
        return <SetupNotice {...look} error={owned.error} />;
      case 'ready':
        return <ReadyView {...look} key={owned.key} owned={owned} props={props} />;
    }
  };
}

interface ReadyViewProps extends Omit<OneDriveViewProps, 'model' | 'options'> {
  readonly owned: ReadyControl;
  readonly props: OwnProps;
}

function ReadyView({ owned, props, ...look }: ReadyViewProps) {
  const options = usePicking(owned, props);
  return <OneDriveView {...look} model={owned.model} options={options} />;
}

/** The newest listeners are told; that they are others at each rendering starts nothing anew. */
function useListeners(owned: OwnedControl, listeners: ControlListeners): void {
  const newest = useEffectEvent(() => listeners);
  const told = useRef<Told>({ selection: [] });
  useEffect(() => {
    if (owned.status === 'wrong') tellHost(newest().onError, owned.error);
    if (owned.status !== 'ready') return undefined;
    const { control, held, host, session } = owned;
    const endSession = session.follow({
      onPick: (detail) => tellHost(newest().onPick, detail),
      onSave: (detail) => tellHost(newest().onSave, detail),
      onCancel: (detail) => tellHost(newest().onCancel, detail),
    });
    const endControl = followControl(
      {
        ...control,
        commandFailure: held.commandFailure,
        filterFailure: session.filterFailure,
        toldErrors: held.toldErrors,
        host,
      },
      {
        onConnection: (detail) => tellHost(newest().onConnection, detail),
        onNavigate: (detail) => tellHost(newest().onNavigate, detail),
        onSelection: (detail) => tellHost(newest().onSelection, detail),
        onChange: (detail) => tellHost(newest().onChange, detail),
        onUpload: (detail) => tellHost(newest().onUpload, detail),
        onUploadProgress: (detail) => tellHost(newest().onUploadProgress, detail),
        onTransfers: (transfers) => tellHost(newest().onTransfers, transfers),
        onTelemetry: (event) => tellHost(newest().onTelemetry, event),
        onError: (error) => tellHost(newest().onError, error),
      },
      told.current,
    );
    return () => {
      endSession();
      // What goes on without the component is still told to its host.
      if (held.left) held.left.signal.addEventListener('abort', endControl);
      else endControl();
    };
  }, [owned]);
}

/** Tells the host once of each text that can't be used. */
function useInvalidStrings({ strings, onError }: Pick<ControlProps, 'strings' | 'onError'>) {
  const told = useRef({ of: strings, ids: new Set<string>() });
  return (id: string) => {
    if (told.current.of !== strings) told.current = { of: strings, ids: new Set() };
    if (told.current.ids.has(id)) return;
    told.current.ids.add(id);
    tellHost(onError, invalidSetting(`strings.${id}`));
  };
}

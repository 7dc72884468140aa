import { createRoot } from 'react-dom/client';
import { createOneDriveControl, OneDriveError } from '../control';
import { createOneDriveComponent, putBack, type OneDriveControlHandle } from '../ui';
import type { ChosenItem } from '../host';
import { keepInputInside, tellChange } from './field-events';
import type { MountedControl, MountProps } from './mounted-control';
import { readProps } from './read-props';
import { defaultRedirectUri } from './redirect-address';

const OneDriveControl = createOneDriveComponent(createOneDriveControl);

/** Puts the application where the skeleton is; its first rendering replaces that. */
export function mountControl(place: HTMLElement, props: MountProps): MountedControl {
  let newest = props;
  let resolve: (methods: OneDriveControlHandle) => void;
  let reject: (error: OneDriveError) => void;
  const methods = new Promise<OneDriveControlHandle>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  // Nobody need wait for it.
  methods.catch(() => undefined);
  const root = createRoot(place, {
    // What no part of the interface could keep to itself: nothing is shown any more.
    onUncaughtError: (cause) => {
      const error = new OneDriveError('unexpected-answer', { cause });
      reject(error);
      newest.onError?.(error);
      reportError(cause);
    },
  });
  const endInput = keepInputInside(props.shadowRoot);
  // One for the whole life: the control follows whoever listens anew.
  const onValue = (items: readonly ChosenItem[]) => {
    newest.onValue(items);
    tellChange(newest.shadowRoot.host);
  };
  const receive = (handle: OneDriveControlHandle | null) => {
    if (handle) resolve(handle);
  };
  const update = (given: MountProps) => {
    newest = given;
    const { attribute, script, ...next } = given;
    const redirectUri = defaultRedirectUri(script, location.href);
    const direction = getComputedStyle(next.shadowRoot.host).direction === 'rtl' ? 'rtl' : 'ltr';
    const said = readProps(attribute, { redirectUri, direction });
    root.render(
      <OneDriveControl {...said} {...next} onValue={onValue} emitter={next.shadowRoot.host} ref={receive} />,
    );
  };
  update(props);
  return {
    methods,
    update,
    putBack: () => void methods.then(putBack, () => undefined),
    unmount: () => {
      reject(new OneDriveError('cancelled'));
      endInput();
      root.unmount();
    },
  };
}

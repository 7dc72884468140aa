import { createRoot } from 'react-dom/client';
import { createOneDriveControl, OneDriveError } from '../control';
import { createOneDriveComponent, type OneDriveControlHandle } from '../ui';
import type { MountedControl, MountedMethods, MountProps } from './mounted-control';
import { readProps } from './read-props';

const OneDriveControl = createOneDriveComponent(createOneDriveControl);

/** Puts the application where the skeleton is; its first rendering replaces that. */
export function mountControl(place: HTMLElement, props: MountProps): MountedControl {
  const root = createRoot(place);
  let resolve: (methods: MountedMethods) => void;
  let reject: (error: OneDriveError) => void;
  const methods = new Promise<MountedMethods>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  // Nobody need wait for it.
  methods.catch(() => undefined);
  const receive = (handle: OneDriveControlHandle | null) => {
    if (handle) resolve(handle);
  };
  const update = ({ attribute, redirectUri, direction, ...next }: MountProps) => {
    const said = readProps(attribute, { redirectUri, direction });
    root.render(<OneDriveControl {...said} {...next} ref={receive} />);
  };
  update(props);
  return {
    methods,
    update,
    unmount: () => {
      reject(new OneDriveError('cancelled'));
      root.unmount();
    },
  };
}

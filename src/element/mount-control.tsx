import { createRoot } from 'react-dom/client';
import { createOneDriveControl, OneDriveError } from '../control';
import { createOneDriveComponent, type OneDriveControlHandle, type OneDriveControlProps } from '../ui';

const OneDriveControl = createOneDriveComponent(createOneDriveControl);

/** The application behind one element, as long as the element stands in a page. */
export interface MountedControl {
  /** Rejects where the element was gone before the application stood. */
  readonly handle: Promise<OneDriveControlHandle>;
  update(props: OneDriveControlProps): void;
  unmount(): void;
}

/** Puts the application where the skeleton is; its first rendering replaces that. */
export function mountControl(place: HTMLElement, props: OneDriveControlProps): MountedControl {
  const root = createRoot(place);
  let resolve: (handle: OneDriveControlHandle) => void;
  let reject: (error: OneDriveError) => void;
  const handle = new Promise<OneDriveControlHandle>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  // Nobody need wait for it.
  handle.catch(() => undefined);
  const receive = (value: OneDriveControlHandle | null) => {
    if (value) resolve(value);
  };
  const update = (next: OneDriveControlProps) => root.render(<OneDriveControl {...next} ref={receive} />);
  update(props);
  return {
    handle,
    update,
    unmount: () => {
      reject(new OneDriveError('cancelled'));
      root.unmount();
    },
  };
}

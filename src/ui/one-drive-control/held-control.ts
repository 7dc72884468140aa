import type { GetAccessToken } from '../../auth';
import type { FolderPlace } from '../../drive';
import { createStore, type OneDriveError, type Store } from '../../lib';
import type { ControlModel } from '../control-model';

/** A control with all that outlives the component that shows it. */
export interface HeldControl {
  readonly control: ControlModel & { readonly dispose: () => void };
  /** What failed last: dialogs tell the user of it, the listeners tell the host. */
  readonly commandFailure: Store<OneDriveError | undefined>;
  /** Failures that the host knows of. */
  readonly toldErrors: WeakSet<OneDriveError>;
  /** The host's newest function, and where the next account starts. */
  readonly newest: { getAccessToken: GetAccessToken | undefined; start: FolderPlace };
  /** Aborted when the control is gone, with its transfers. */
  readonly closed: AbortController;
  /** While it is kept without a component: aborted when another one shows it, or its transfers have ended. */
  left: AbortController | undefined;
}

export function holdControl(newest: HeldControl['newest'], control: HeldControl['control']): HeldControl {
  return {
    control,
    commandFailure: createStore<OneDriveError | undefined>(undefined),
    toldErrors: new WeakSet(),
    newest,
    closed: new AbortController(),
    left: undefined,
  };
}

export function endControl({ control, closed }: HeldControl): void {
  closed.abort();
  control.dispose();
}

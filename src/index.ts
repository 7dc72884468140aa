/** The package's main door: the control as a React component, and its parts. */
import { createOneDriveControl } from './control';
import { createOneDriveComponent } from './ui';

/**
 * A whole OneDrive that signs in by itself. It fills the height of its parent.
 *
 * @example <OneDriveControl clientId="…" redirectUri="/oauth2callback.html" onNavigate={({ path }) => remember(path)} />
 */
export const OneDriveControl = createOneDriveComponent(createOneDriveControl);

export {
  createOneDriveControl,
  OneDriveError,
  type ErrorCode,
  type OneDriveControlOptions,
  type Retry,
} from './control';
export {
  OneDriveView,
  type ConnectionDetail,
  type ControlListeners,
  type ControlModel,
  type NavigateDetail,
  type OneDriveControlHandle,
  type OneDriveControlProps,
  type OneDriveViewProps,
  type SelectionDetail,
} from './ui';

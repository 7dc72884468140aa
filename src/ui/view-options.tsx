import { createContext, useContext } from 'react';
import type { DriveItem } from '../drive';
import { ACTIONS, USUAL_SOURCES, type Action, type HostAction, type Source, type Viewer } from '../host';
import type { HostDoor } from './host-door';
import type { SaveRequest } from './save-request';

/** What the host decides about the view. Whether files are being picked says `control.picker`. */
export interface ViewOptions {
  /** How many rows can be selected while browsing; while picking, the rules say it. */
  readonly selection: 'none' | 'single' | 'multiple';
  readonly actions: ReadonlySet<Action>;
  /** Where users can begin; of none there is no pane. */
  readonly sources: ReadonlySet<Source>;
  /** The user has chosen: by the button, by Enter or by a double click. */
  readonly onPick: (items: readonly DriveItem[]) => void;
  /** The user has given up picking, or saving. */
  readonly onCancel: () => void;
  /** What is picked is what was chosen last: nothing is left to be confirmed. */
  readonly isChosen: boolean;
  /** What is being saved, while it is. */
  readonly saving: SaveRequest | undefined;
  /** The address of a self-test, where the page has one. */
  readonly selfTest?: string | undefined;
  /** The page draws them itself. */
  readonly hidesTransfers: boolean;
  /** The page's own viewers of files. */
  readonly viewers: readonly Viewer[];
  /** The page around, where it has a say. */
  readonly host?: HostDoor | undefined;
  /** The page's own actions. */
  readonly hostActions: readonly HostAction[];
  /** The page has rows of its own in the place of these. */
  readonly hidesBar: boolean;
  readonly hidesPath: boolean;
  /** The connection stands where the files would be. */
  readonly isAccountOnly: boolean;
}

export const DEFAULT_VIEW_OPTIONS: ViewOptions = {
  selection: 'multiple',
  actions: new Set(ACTIONS),
  sources: new Set(USUAL_SOURCES),
  onPick: () => undefined,
  onCancel: () => undefined,
  isChosen: false,
  saving: undefined,
  hidesTransfers: false,
  viewers: [],
  hostActions: [],
  hidesBar: false,
  hidesPath: false,
  isAccountOnly: false,
};

const ViewOptionsContext = createContext(DEFAULT_VIEW_OPTIONS);

export const ViewOptionsProvider = ViewOptionsContext.Provider;

export function useViewOptions(): ViewOptions {
  return useContext(ViewOptionsContext);
}

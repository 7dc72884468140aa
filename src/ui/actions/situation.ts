import type { DriveItem, PathFolder } from '../../drive';
import type { ControlModel } from '../control-model';
import type { Text } from '../text';
import { findOpenFolder } from '../use-upload';
import type { ViewOptions } from '../view-options';
import type { ViewState } from '../view-state';

/** The control, as actions know it. */
export interface ActionParts {
  readonly control: ControlModel;
  readonly view: ViewState;
  readonly options: ViewOptions;
  readonly text: Text;
}

/** What an action is done with, at one moment. */
export interface Situation extends ActionParts {
  /** What it is done to; empty: the open folder. */
  readonly items: readonly DriveItem[];
  /** The open folder, once it is known and somebody is signed in. */
  readonly folder: PathFolder | undefined;
}

export function createSituation(parts: ActionParts, items: readonly DriveItem[]): Situation {
  return { ...parts, items, folder: findOpenFolder(parts.control) };
}

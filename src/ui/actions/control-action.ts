import type { JSX } from 'react';
import type { Action } from '../../host';
import type { Situation } from './situation';

/** A menu that a button of the bar opens. */
export type BarMenu = 'upload' | 'new-file';

/** Where an action is offered. `row`: the menu of rows; `area`: the menu of the place beside them. */
export type ActionPlace = 'bar' | 'row' | 'area' | BarMenu;

/** One thing that users do, wherever they ask for it: by a button, in a menu, by a key. */
export interface ControlAction {
  readonly id: string;
  readonly label: (situation: Situation) => string;
  /** Where the menu around it says the rest. */
  readonly shortLabel?: (situation: Situation) => string;
  readonly icon: JSX.Element;
  /** The host's word for it: where that is not allowed, nobody sees the action. */
  readonly word?: Action;
  /** What it is done to: the open folder, one item, or some of them. */
  readonly on: 'folder' | 'one' | 'some';
  /** In menus, lines part the groups. */
  readonly group: string;
  /** A button in the bar; the one with the highest number stays longest where room is short. */
  readonly bar?: number;
  /** It stands in a menu of the bar. */
  readonly barMenu?: BarMenu;
  /** Whoever uses a pointer has it before their eyes: it stands in no menu. */
  readonly isByKeyOnly?: boolean | ((situation: Situation) => boolean);
  /** As `F2`, `Shift+Delete`, `Control+U`; with what is done to items heard in the list alone. */
  readonly keys?: readonly string[];
  /** Keys of which the browser makes an event, which is heard elsewhere: they are only told of. */
  readonly eventKeys?: readonly string[];
  /** It is done to what lies in the recycle bin, and to nothing else. */
  readonly inBin?: true;
  /** False where it means nothing: then it is not shown. */
  readonly suits?: (situation: Situation) => boolean;
  /** Why it cannot be done now, in words: then it is shown greyed, with the reason. */
  readonly refusal?: (situation: Situation) => string | undefined;
  /** It is switched on now, and switched off by the same. */
  readonly isOn?: (situation: Situation) => boolean;
  /** Straight from the click or the key: it may open a window. */
  readonly run: (situation: Situation) => void;
}

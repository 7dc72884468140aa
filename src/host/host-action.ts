import type { DriveItem, PathFolder } from '../drive';
import type { Respond } from './before';

export const ACTION_SELECTIONS = ['none', 'single', 'multiple', 'current'] as const;
/** `none`: it needs no items; `single` and `multiple`: the selected ones; `current`: the open folder itself. */
export type ActionSelection = (typeof ACTION_SELECTIONS)[number];

/** What a host's action is done with. */
export interface HostActionContext {
  /** The open folder. */
  readonly folder: PathFolder | undefined;
  /** Aborted where the user does not want to wait any longer. */
  readonly signal: AbortSignal;
}

/**
 * Something of the page's own that users can do with their files. It stands in the menus of rows, or of the place beside
 * them, in the menu of the bar, and where it says so as a button in the bar.
 *
 * @example
 * const sign: HostAction = {
 *   key: 'sign', label: 'Send for signature', selection: 'single', filters: ['.pdf'],
 *   run: async ([item], { signal }) => portal.sign(item.driveId, item.id, { signal }),
 * };
 */
export interface HostAction {
  /** Names it in `od-action`; no two have the same. */
  readonly key: string;
  /** Plain text in the language of the page. */
  readonly label: string;
  /** The data of an SVG path (its attribute `d`) in a square of 20 by 20: drawn in the colour of the text. */
  readonly icon?: string | undefined;
  /** `multiple` unless told. */
  readonly selection?: ActionSelection | undefined;
  /** Of which items: `folder`, `file`, extensions and types as in `accept`. All have to pass. Everything unless told. */
  readonly filters?: readonly string[] | undefined;
  /** `menu` unless told; `bar` gives it a button as well. */
  readonly where?: readonly ('bar' | 'menu')[] | undefined;
  /** `none` takes it away for the time being; `host` unless told. */
  readonly mode?: 'host' | 'none' | undefined;
  /**
   * Does it, or `od-action` is enough. While a promise that it returns is pending the user sees that it runs; where it
   * rejects, the message of the error.
   */
  readonly run?: ((items: readonly DriveItem[], context: HostActionContext) => unknown) | undefined;
}

/** A user wants one of the page's own actions. */
export interface ActionDetail extends HostActionContext, Respond {
  readonly key: string;
  /** Of `current`, the open folder: its `driveId`, `id` and `name`; of `none`, nothing. */
  readonly items: readonly DriveItem[];
}

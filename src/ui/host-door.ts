import type { RefObject } from 'react';
import type { BeforeDetails, BeforeKind, ControlListeners } from '../host';
import type { Store, tellHost } from '../lib';
import type { ControlAction } from './actions/control-action';
import type { ControlModel } from './control-model';
import { hosting, loadHosting } from './later';

/** Something that waits for the host, or that the host has refused. */
export interface HostWork {
  readonly id: number;
  /** What the user wants; of an action of the host's own the label. */
  readonly what:
    Exclude<BeforeKind, 'Checkout'> | BeforeDetails['Checkout']['change'] | { readonly label: string };
  /** Of what it is done to. */
  readonly names: readonly string[];
  readonly state:
    | { readonly status: 'running'; readonly giveUp: () => void }
    /** With the host's own sentence, where it gave one. */
    | { readonly status: 'refused'; readonly sentence: string | undefined };
}

/** Where the user has been, for a control without an address bar of its own. */
export interface FolderHistory {
  readonly can: (way: 'back' | 'forward') => boolean;
  readonly go: (way: 'back' | 'forward') => void;
}

/** The host of a control, for what users do with the control. */
export interface HostDoor {
  /** The control itself: what is done with it passes the host no more. */
  readonly control: ControlModel;
  /** Aborted with the control. */
  readonly ended: AbortSignal;
  /** The newest listeners. */
  readonly listeners: RefObject<HostListeners>;
  readonly tell: typeof tellHost;
  readonly works: Store<readonly HostWork[]>;
  /** The host's own, and what only a control with a host can do; as soon as their code is there. */
  readonly actions: Store<readonly ControlAction[]>;
  /** As soon as its code is there. */
  readonly history: Store<FolderHistory | undefined>;
  /** Does what a command of that name does; while the files are seen. @returns undefined where it is not known */
  readonly run: Store<((command: string) => boolean | undefined) | undefined>;
}

interface HostListeners extends ControlListeners {
  /** Where events are made of what is asked: the custom element. */
  readonly emitter?: EventTarget | undefined;
}

/** Does what a user wants, unless the host says otherwise; straight away where it says nothing. */
export function passHost<K extends BeforeKind>(
  door: HostDoor | undefined,
  kind: K,
  detail: BeforeDetails[K],
  run: () => void,
): void {
  if (!door) run();
  else if (hosting.code) hosting.code.pass(door, kind, detail, run);
  // Rows are there before it; where it can't be had, nobody can be asked.
  else loadHosting().then(({ pass }) => pass(door, kind, detail, run), run);
}

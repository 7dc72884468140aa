import type { FolderState } from '../drive';
import type { ControlModel } from './control-model';

export type PaneName = 'first' | 'second';

/** What is looked at in one place of the document. */
interface PaneAt {
  readonly name: PaneName;
  readonly state: FolderState;
  /** Of two panes the one it is; undefined where there is one. */
  readonly element: HTMLElement | undefined;
}

/** Of two panes the one in which that lies, beside both of them the one in hand. */
export function paneAt(place: Node, { panes }: Pick<ControlModel, 'panes'>): PaneAt {
  const { first, second, inHand } = panes.state.get();
  const element = place instanceof Element ? place.closest<HTMLElement>('[data-pane]') : null;
  const isSecond = element ? element.dataset['pane'] === 'second' : inHand === second;
  const pane = (isSecond && second) || first;
  return {
    name: pane === first ? 'first' : 'second',
    state: pane.state.get(),
    element: element ?? undefined,
  };
}

import type { ControlModel } from './control-model';

/** Shows the open folder once more beside itself, or one pane again. */
export function toggleSplit({ panes, folder }: Pick<ControlModel, 'panes' | 'folder'>): void {
  if (panes.state.get().second) panes.closeSecond();
  else panes.openBeside({ way: folder.state.get().path });
}

import {
  ArrowClockwiseRegular,
  ArrowDownloadRegular,
  DeleteRegular,
  FolderAddRegular,
  RenameRegular,
} from '@fluentui/react-icons';
import type { JSX } from 'react';
import { selectedItems } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { useOpenFolder } from '../use-upload';
import { useViewOptions } from '../view-options';
import { useViewState } from '../view-state';

export interface Command {
  readonly id: 'new-folder' | 'download' | 'rename' | 'delete' | 'refresh';
  readonly label: string;
  readonly icon: JSX.Element;
  readonly enabled: boolean;
  /** What stays longest in view where room is short has the highest. */
  readonly priority: number;
  readonly run: () => void;
}

/** What can be done now, and may: with the folder, and with the selected items if there are any. */
export function useCommands(): readonly Command[] {
  const { actions } = useViewOptions();
  return useAllCommands().filter(({ id }) => id === 'refresh' || actions.has(id));
}

function useAllCommands(): readonly Command[] {
  const text = useText();
  const { folder, transfers } = useControl();
  const { dialog } = useViewState();
  const { path, selection, rows } = useStore(folder.state);
  const isOpen = useOpenFolder() !== undefined;
  const items = selectedItems(selection, rows);
  const [first] = items;

  const forFolder: readonly Command[] = [
    {
      id: 'new-folder',
      label: text('command.newFolder'),
      icon: <FolderAddRegular />,
      enabled: isOpen,
      priority: items.length > 0 ? 2 : 5,
      run: () => dialog.set({ kind: 'new-folder' }),
    },
  ];
  const refresh: Command = {
    id: 'refresh',
    label: text('command.refresh'),
    icon: <ArrowClockwiseRegular />,
    enabled: path.length > 0,
    priority: 1,
    run: () => folder.refresh(),
  };
  if (!first) return [...forFolder, refresh];

  const download: Command = {
    id: 'download',
    label: text('command.download'),
    icon: <ArrowDownloadRegular />,
    enabled: isOpen,
    priority: 4,
    run: () => void transfers.download(items),
  };
  const rename: Command = {
    id: 'rename',
    label: text('command.rename'),
    icon: <RenameRegular />,
    enabled: isOpen,
    priority: 3,
    run: () => dialog.set({ kind: 'rename', item: first }),
  };
  const remove: Command = {
    id: 'delete',
    label: text('command.delete'),
    icon: <DeleteRegular />,
    enabled: isOpen,
    priority: 5,
    run: () => dialog.set({ kind: 'delete', items }),
  };
  return [...forFolder, download, ...(items.length === 1 ? [rename] : []), remove, refresh];
}

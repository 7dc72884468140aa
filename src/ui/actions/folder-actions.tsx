import {
  DocumentArrowUpRegular,
  DocumentTextRegular,
  FolderAddRegular,
  FolderArrowUpRegular,
} from '@fluentui/react-icons';
import type { JSX } from 'react';
import { FileTypeIcon } from '../file-list/file-type-icon';
import type { DocumentKind } from '../view-state';
import type { ControlAction } from './control-action';
import { refuseOffline, refuseUnopened } from './refusals';

/** What puts something new into the open folder. */
export const FOLDER_ACTIONS: readonly ControlAction[] = [
  {
    id: 'new-folder',
    word: 'new-folder',
    label: ({ text }) => text('command.newFolder'),
    icon: <FolderAddRegular />,
    on: 'folder',
    group: 'new',
    bar: 2,
    // Most browsers keep the second for themselves.
    keys: ['Alt+N', 'Control+Shift+N'],
    refusal: refuseOffline,
    run: ({ view }) => view.dialog.set({ kind: 'new-folder' }),
  },
  newDocument('word', <FileTypeIcon type="document" />),
  newDocument('excel', <FileTypeIcon type="spreadsheet" />),
  newDocument('powerpoint', <FileTypeIcon type="presentation" />),
  newDocument('text', <DocumentTextRegular />),
  {
    id: 'upload-files',
    word: 'upload',
    label: ({ text }) => text('command.uploadTheFiles'),
    shortLabel: ({ text }) => text('command.uploadFiles'),
    icon: <DocumentArrowUpRegular />,
    on: 'folder',
    group: 'upload',
    barMenu: 'upload',
    keys: ['Alt+U', 'Control+U'],
    refusal: refuseUnopened,
    run: ({ view }) => view.chooser.get()?.('files'),
  },
  {
    id: 'upload-folder',
    word: 'upload',
    label: ({ text }) => text('command.uploadTheFolder'),
    shortLabel: ({ text }) => text('command.uploadFolder'),
    icon: <FolderArrowUpRegular />,
    on: 'folder',
    group: 'upload',
    barMenu: 'upload',
    refusal: refuseUnopened,
    run: ({ view }) => view.chooser.get()?.('folder'),
  },
];

function newDocument(document: DocumentKind, icon: JSX.Element): ControlAction {
  return {
    id: `new-${document}`,
    word: 'new-file',
    label: ({ text }) => text(`command.new.${document}`),
    icon,
    on: 'folder',
    group: 'new',
    barMenu: 'new-file',
    refusal: refuseOffline,
    run: ({ view }) => view.dialog.set({ kind: 'new-file', document }),
  };
}

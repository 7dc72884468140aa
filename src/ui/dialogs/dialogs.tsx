import { useEffect } from 'react';
import type { DriveItem } from '../../drive';
import { AccountDialog } from '../connect';
import { useStore } from '../control-context';
import { later } from '../later';
import { useViewOptions } from '../view-options';
import { useViewState, type DialogRequest } from '../view-state';
import { DeleteDialog } from './delete-dialog';
import { FailureDialog } from './failure-dialog';
import { NewFileDialog } from './new-file-dialog';
import { NewFolderDialog } from './new-folder-dialog';
import { RenameDialog } from './rename-dialog';
import { StopUploadsDialog } from './stop-uploads-dialog';

const CheckInDialog = later(async () => (await import('../checkout')).CheckInDialog);
const ClashDialog = later(async () => (await import('../operations')).ClashDialog);
const DestinationDialog = later(async () => (await import('../destination')).DestinationDialog);
const DeviceDialog = later(async () => (await import('../device')).DeviceDialog);
const ShareDialog = later(async () => (await import('../sharing')).ShareDialog);
const BatchRenameDialog = later(async () => (await import('../renaming')).BatchRenameDialog);
const ShortcutsDialog = later(async () => (await import('../shortcuts')).ShortcutsDialog);
const QuestionsDialog = later(async () => (await import('../questions')).QuestionsDialog);

const DiscardDialog = later(async () => (await import('../checkout')).DiscardDialog);
const OpenLinkDialog = later(async () => (await import('./open-link-dialog')).OpenLinkDialog);

/**
 * The one dialog that `view.dialog` names. It hides while the permission dialog is open: one modal at a time. It
 * closes where the host no longer allows what it does.
 */
export function Dialogs() {
  const { dialog } = useViewState();
  const { actions } = useViewOptions();
  const request = useStore(dialog);
  const isRefused = request !== undefined && isOfDrive(request) && !actions.has(request.kind);
  useEffect(() => {
    if (isRefused) dialog.set(undefined);
  }, [isRefused, dialog]);
  if (isRefused) return null;
  switch (request?.kind) {
    case undefined:
      return null;
    case 'account':
      return <AccountDialog />;
    case 'clashes':
      return <ClashDialog operationId={request.operationId} />;
    case 'failure':
      return <FailureDialog request={request} />;
    case 'questions':
      return <QuestionsDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'stop-uploads':
      return <StopUploadsDialog request={request} />;
    case 'move':
    case 'copy':
      return <DestinationDialog key={request.kind} how={request.kind} items={request.items} />;
    case 'device':
      return <DeviceDialog />;
    case 'open-link':
      return <OpenLinkDialog />;
    case 'new-folder':
      return <NewFolderDialog />;
    case 'new-file':
      return <NewFileDialog key={request.document} kind={request.document} />;
    case 'rename':
      return <Rename items={request.items} />;
    case 'delete':
      return <DeleteDialog items={request.items} isForEver={request.isForEver} />;
    case 'check-out': {
      const End = request.end === 'check-in' ? CheckInDialog : DiscardDialog;
      return <End items={request.items} />;
    }
    case 'share':
      return <ShareDialog key={request.item.id} item={request.item} />;
  }
}

function Rename({ items }: { readonly items: readonly DriveItem[] }) {
  const [item] = items;
  if (item && items.length === 1) return <RenameDialog key={item.id} item={item} />;
  return <BatchRenameDialog items={items} />;
}

const OF_DRIVE = [
  'new-folder',
  'new-file',
  'rename',
  'move',
  'copy',
  'delete',
  'share',
  'check-out',
] as const;
type OfDriveKind = (typeof OF_DRIVE)[number];
type OfDrive = Extract<DialogRequest, { readonly kind: OfDriveKind }>;

/** Whoever may not change files still has an account, and transfers. */
function isOfDrive(request: DialogRequest): request is OfDrive {
  return OF_DRIVE.some((kind) => kind === request.kind);
}

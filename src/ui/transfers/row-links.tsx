import { Button, Link, makeStyles, Tooltip } from '@fluentui/react-components';
import { CheckmarkRegular, FolderOpenRegular, LinkRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { DriveItem } from '../../drive';
import type { FolderReference, TransferTask } from '../../transfer';
import { useControl } from '../control-context';
import { useText } from '../text';
import { useViewState } from '../view-state';
import { describeState } from './state-text';

const useStyles = makeStyles({
  link: {
    fontSize: 'inherit',
    lineHeight: 'inherit',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    minWidth: '3ch',
    // Where room is short, what becomes of the file is more than where it lies.
    flexShrink: 1000,
    unicodeBidi: 'plaintext',
  },
});

/** Where an upload goes, or has gone: a click opens that folder in the list. */
export function FolderLink({
  task,
  folder,
}: {
  readonly task: TransferTask;
  readonly folder: FolderReference;
}) {
  const text = useText();
  const styles = useStyles();
  const control = useControl();
  const name = folder.name || text('path.root');
  const isThere = task.state.status === 'done';
  return (
    <Link
      as="button"
      className={styles.link}
      title={text('transfer.openFolder', { folder: name })}
      onClick={() => void control.folder.openPath({ driveId: folder.driveId, id: folder.id })}
    >
      {isThere ? describeState(task, text) : name}
    </Link>
  );
}

interface ArrivedProps {
  readonly item: DriveItem;
  readonly folder: FolderReference;
}

/** What has arrived, in the list, and its address. */
export function ArrivedButtons({ item, folder }: ArrivedProps) {
  const text = useText();
  const control = useControl();
  const { reveal } = useViewState();
  const show = () => {
    // Also where a search hides it.
    control.folder.setFilter('');
    reveal.set(item.id);
    void control.folder.openPath({ driveId: folder.driveId, id: folder.id });
  };
  return (
    <>
      {item.webUrl && <CopyLink name={item.name} address={item.webUrl} />}
      <Tooltip content={text('transfer.showInFolder', { name: item.name })} relationship="label">
        <Button appearance="subtle" size="small" icon={<FolderOpenRegular />} onClick={show} />
      </Tooltip>
    </>
  );
}

function CopyLink({ name, address }: { readonly name: string; readonly address: string }) {
  const text = useText();
  const { announcement } = useViewState();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied(true);
      announcement.set(text('transfer.linkCopied', { name }));
    } catch {
      announcement.set(text('transfer.linkNotCopied'));
    }
  };
  return (
    <Tooltip
      content={text(copied ? 'transfer.linkCopied' : 'transfer.copyLink', { name })}
      relationship="label"
    >
      <Button
        appearance="subtle"
        size="small"
        icon={copied ? <CheckmarkRegular /> : <LinkRegular />}
        onClick={() => void copy()}
      />
    </Tooltip>
  );
}

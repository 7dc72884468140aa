import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ItemReference } from '../../drive';
import { useText } from '../text';
import { useViewState } from '../view-state';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

/** By which support finds it: no name, and no address. */
export function ItemId({ item: { driveId, id } }: { readonly item: ItemReference }) {
  const text = useText();
  const styles = useStyles();
  const { announcement } = useViewState();
  const [copied, setCopied] = useState<string>();
  const copy = async () => {
    await navigator.clipboard.writeText(`${driveId} ${id}`);
    setCopied(id);
    announcement.set(text('state.copied'));
  };
  return (
    <div className={styles.line} title={`${driveId} ${id}`}>
      {text('details.id')}
      <Button
        size="small"
        icon={<CopyRegular />}
        aria-label={text('details.id.copy')}
        // Without the right to the clipboard it can still be read.
        onClick={() => void copy().catch(() => setCopied(undefined))}
      >
        {text(copied === id ? 'state.copied' : 'state.copy')}
      </Button>
    </div>
  );
}

import { Button, makeStyles, tokens, typographyStyles, useId } from '@fluentui/react-components';
import { FolderRegular } from '@fluentui/react-icons';
import { findPlaceRefusal, type DriveItem, type FolderBrowser } from '../../drive';
import { useStore } from '../control-context';
import { ItemName } from '../file-list';
import { useText } from '../text';
import { useViewState } from '../view-state';

const useStyles = makeStyles({
  box: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  label: { ...typographyStyles.caption1Strong },
  button: { maxWidth: '100%', minWidth: 0 },
});

interface RecentTargetsProps {
  readonly items: readonly DriveItem[];
  readonly how: 'move' | 'copy';
  readonly browser: FolderBrowser;
}

/** Folders that items were put into before. */
export function RecentTargets({ items, how, browser }: RecentTargetsProps) {
  const text = useText();
  const styles = useStyles();
  const labelId = useId('recent');
  const { recentTargets } = useViewState();
  const targets = useStore(recentTargets).filter((target) => !findPlaceRefusal(items, [target], how));
  if (targets.length === 0) return null;
  return (
    <div role="group" aria-labelledby={labelId} className={styles.box}>
      <span id={labelId} className={styles.label}>
        {text('destination.recent')}
      </span>
      {targets.map(({ driveId, id, name }) => (
        <Button
          key={id}
          size="small"
          className={styles.button}
          icon={<FolderRegular />}
          onClick={() => void browser.openPath({ driveId, id })}
        >
          <ItemName name={name || text('path.root')} />
        </Button>
      ))}
    </div>
  );
}

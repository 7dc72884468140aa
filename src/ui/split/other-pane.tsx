import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSwapRegular } from '@fluentui/react-icons';
import type { FolderBrowser } from '../../drive';
import { useControl, useStore } from '../control-context';
import { placeName } from '../place-name';
import { useText } from '../text';

const useStyles = makeStyles({
  // Where both are seen nobody needs it.
  way: {
    flexShrink: 0,
    justifyContent: 'start',
    borderRadius: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@container (min-width: 560px)': { display: 'none' },
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** Where there is room for one pane alone: says that there is another one, and leads to it. */
export function OtherPane({ to }: { readonly to: FolderBrowser }) {
  const styles = useStyles();
  const text = useText();
  const { panes } = useControl();
  const folder = useStore(to.state).path.at(-1);
  const name = folder ? placeName(folder, text) : '';
  return (
    <Button
      appearance="subtle"
      size="small"
      className={styles.way}
      icon={<ArrowSwapRegular />}
      onClick={() => panes.take(to)}
    >
      <bdi className={styles.name}>{text('pane.other', { name })}</bdi>
    </Button>
  );
}

import { Button, makeStyles, Tooltip } from '@fluentui/react-components';
import { AppsListRegular, GridRegular, TextBulletListLtrRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Layout } from '../../drive';
import { useControl, useStore } from '../control-context';
import { later } from '../later';
import { useText } from '../text';

const useStyles = makeStyles({ button: { flexShrink: 0, minWidth: 'auto' } });

const ICONS: Readonly<Record<Layout, typeof GridRegular>> = {
  list: AppsListRegular,
  compact: TextBulletListLtrRegular,
  tiles: GridRegular,
};

const ViewPanel = later(async () => (await import('./view-panel')).ViewPanel);

/** Opens all that says how the folder is looked at. */
export function ViewButton() {
  const styles = useStyles();
  const text = useText();
  const [target, setTarget] = useState<HTMLElement>();
  const { layout } = useStore(useControl().folder.state).arrangement;
  const Icon = ICONS[layout];
  return (
    <>
      <Tooltip content={text('view.button')} relationship="label">
        <Button
          className={styles.button}
          appearance="subtle"
          icon={<Icon />}
          aria-haspopup="dialog"
          aria-expanded={target !== undefined}
          onClick={({ currentTarget }) => setTarget(target ? undefined : currentTarget)}
        />
      </Tooltip>
      {target && <ViewPanel target={target} onClose={() => setTarget(undefined)} />}
    </>
  );
}

import { Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { EMPTY_SELECTION, selectedCount } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    whiteSpace: 'nowrap',
    paddingInlineStart: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  clear: { color: 'inherit', borderRadius: tokens.borderRadiusCircular },
});

/** How many items are selected, and the way to select none. */
export function SelectionCount() {
  const text = useText();
  const styles = useStyles();
  const { folder } = useControl();
  const { selection, rows } = useStore(folder.state);
  const count = selectedCount(selection, rows.length);
  if (count === 0) return null;
  return (
    <div className={styles.root}>
      {text('command.selected', { count })}
      <Tooltip content={text('command.clearSelection')} relationship="label">
        <Button
          className={styles.clear}
          size="small"
          appearance="transparent"
          icon={<DismissRegular />}
          onClick={() => folder.setSelection(() => EMPTY_SELECTION)}
        />
      </Tooltip>
    </div>
  );
}

import { makeStyles, Popover, PopoverSurface, tokens } from '@fluentui/react-components';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { ColumnChooser } from './column-chooser';
import { FilterFields } from './filter-fields';
import { ForAllButton } from './for-all-button';
import { LayoutFields } from './layout-fields';
import { OrderFields } from './order-fields';

const useStyles = makeStyles({
  panel: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    width: 'min(320px, calc(100vw - 16px))',
    maxHeight: 'min(640px, calc(100vh - 16px))',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    // A long panel is scrolled; nothing in it is squeezed.
    '> *': { flexShrink: 0 },
  },
});

/** How the folder is looked at, all in one place. */
export function ViewPanel({
  target,
  onClose,
}: {
  /** What has opened it; the focus goes back there. */
  readonly target: HTMLElement;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const text = useText();
  const { layout } = useStore(useControl().folder.state).arrangement;
  return (
    <Popover
      open
      onOpenChange={(event, { open }) => {
        // A click on the button closes it by itself.
        if (open || (event.target instanceof Node && target.contains(event.target))) return;
        onClose();
        if (event.type === 'keydown') target.focus();
      }}
      positioning={{ position: 'below', align: 'end', target }}
      trapFocus
    >
      <PopoverSurface className={styles.panel} aria-label={text('view.options')}>
        <LayoutFields onLeave={onClose} />
        <OrderFields />
        <FilterFields />
        {layout !== 'tiles' && <ColumnChooser onLeave={onClose} />}
        <ForAllButton />
      </PopoverSurface>
    </Popover>
  );
}

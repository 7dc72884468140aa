import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
  typographyStyles,
  useId,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { PickedItem } from '../../drive';
import type { TransferTask } from '../../transfer';
import { useControl } from '../control-context';
import { useText } from '../text';
import { useElement } from '../use-element';
import { AwaitedList, giveUp } from './awaited-list';
import { BasketList } from './basket-list';

const useStyles = makeStyles({
  show: { flexShrink: 0 },
  surface: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    width: 'min(400px, calc(100vw - 16px))',
    maxHeight: 'min(440px, calc(100vh - 16px))',
    padding: '0',
    borderRadius: tokens.borderRadiusXLarge,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: `${tokens.spacingHorizontalL} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  title: {
    ...typographyStyles.body1Strong,
    margin: '0',
    fontVariantNumeric: 'tabular-nums',
    unicodeBidi: 'plaintext',
  },
  foot: {
    display: 'flex',
    justifyContent: 'end',
    padding: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
});

/** Opens the basket: everything that is picked, in whatever folder it lies. */
export function BasketButton({
  basket,
  awaited,
  title,
}: {
  readonly basket: readonly PickedItem[];
  /** Uploads that come into it. */
  readonly awaited: readonly TransferTask[];
  readonly title: string;
}) {
  const text = useText();
  const styles = useStyles();
  const { picker, transfers } = useControl();
  const [closer, setCloser] = useElement<HTMLButtonElement>();
  const [open, setOpen] = useState(false);
  const titleId = useId('basket-title');
  const removeAll = () => {
    for (const task of awaited) giveUp(transfers, task);
    picker.clear();
  };
  return (
    <Popover
      open={open}
      onOpenChange={(_, data) => setOpen(data.open)}
      positioning={{ position: 'above', align: 'start' }}
      trapFocus
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button className={styles.show} size="small">
          {text('pick.show')}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-labelledby={titleId}>
        <div className={styles.head}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          <Button
            ref={setCloser}
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={text('pick.basket.close')}
            onClick={() => setOpen(false)}
          />
        </div>
        <AwaitedList tasks={awaited} fallback={closer} />
        {basket.length > 0 && <BasketList basket={basket} />}
        <div className={styles.foot}>
          <Button size="small" onClick={removeAll}>
            {text('pick.basket.removeAll')}
          </Button>
        </div>
      </PopoverSurface>
    </Popover>
  );
}

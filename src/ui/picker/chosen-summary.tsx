import { Button, makeStyles, mergeClasses, Spinner, tokens, useId } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import type { PathFolder, Picking } from '../../drive';
import { useControl } from '../control-context';
import { useText } from '../text';
import { BasketButton } from './basket-button';
import { useViewOptions } from '../view-options';
import { describeAwaited, describeChosen, describeConfirmed, describeHint } from './describe-choice';
import { isStuck, useAwaitedTasks } from './use-awaited';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  // English sentences begin with a number: in a line that runs from the right it would end up behind them.
  words: { minWidth: 0, unicodeBidi: 'plaintext' },
  fixed: { flexShrink: 0 },
  chosen: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  confirmed: { flexShrink: 0, fontSize: '20px', color: tokens.colorStatusSuccessForeground1 },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** What Choose would give now; where that is nothing, what can be chosen. */
export function ChosenSummary({
  state,
  folder,
}: {
  readonly state: Picking;
  readonly folder: PathFolder | undefined;
}) {
  const text = useText();
  const styles = useStyles();
  const { picker } = useControl();
  const countId = useId('count');
  const { isChosen } = useViewOptions();
  const { basket, gathering, rules } = state;
  const awaited = useAwaitedTasks(state.awaited);
  if (gathering.status === 'counting') {
    const { found, folder } = gathering;
    return (
      <div className={styles.row}>
        <Spinner className={styles.fixed} size="extra-tiny" aria-labelledby={countId} />
        <span id={countId} className={styles.words}>
          {text('pick.counting', { count: found, folder: folder.name })}
        </span>
        <Button className={styles.fixed} size="small" onClick={() => picker.cancelGathering()}>
          {text('pick.stop')}
        </Button>
      </div>
    );
  }
  if (awaited.length > 0) {
    const chosen = basket.length > 0 ? `${describeChosen(basket, rules, text)}. ` : '';
    return (
      <div className={styles.row}>
        {!awaited.some(isStuck) && (
          <Spinner className={styles.fixed} size="extra-tiny" aria-labelledby={countId} />
        )}
        <span id={countId} className={styles.words}>
          {chosen}
          {describeAwaited(awaited, text)}
        </span>
        <BasketButton basket={basket} awaited={awaited} title={text('pick.basket.list')} />
      </div>
    );
  }
  if (basket.length > 0) {
    const chosen = isChosen ? describeConfirmed(basket, text) : describeChosen(basket, rules, text);
    return (
      <div className={styles.row}>
        {isChosen && <CheckmarkCircleFilled className={styles.confirmed} aria-hidden />}
        <span className={mergeClasses(styles.words, styles.chosen)}>{chosen}</span>
        <BasketButton basket={basket} awaited={awaited} title={chosen} />
      </div>
    );
  }
  if (folder && rules.kind !== 'files') {
    return (
      <div className={styles.row}>{text('pick.thisFolder', { name: folder.name || text('path.root') })}</div>
    );
  }
  return <div className={styles.hint}>{describeHint(rules, text)}</div>;
}

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, type ReactNode } from 'react';
import { ControlProvider, useControl, useStore } from './control-context';
import { later } from './later';
import { useText } from './text';

const SecondPane = later(async () => (await import('./split')).SecondPane);
const OtherPane = later(async () => (await import('./split')).OtherPane);

/** With less room than this only the pane in hand is shown. It is measured at the panes, not at the window. */
const NARROW = '@container (max-width: 559px)';

const useStyles = makeStyles({
  panes: { display: 'flex', flexGrow: 1, minWidth: 0, minHeight: 0 },
  split: { containerType: 'inline-size' },
  pane: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    minHeight: 0,
  },
  // The focus is seen in the list, and by the line above it.
  ofTwo: {
    outlineStyle: 'none',
    borderTop: `2px solid ${tokens.colorTransparentStroke}`,
  },
  inHand: { borderTopColor: tokens.colorBrandStroke1 },
  behind: { [NARROW]: { display: 'none' } },
});

/** What stands in the first pane, and beside it the second one, where there is one. */
export function Panes({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const text = useText();
  const control = useControl();
  const { panes, picker } = control;
  const { first, second, inHand } = useStore(panes.state);
  const isPicking = useStore(picker.state).status === 'picking';
  const isSplit = second !== undefined;
  const model = useMemo(() => (isSplit ? { ...control, folder: first } : control), [control, first, isSplit]);
  // What is picked is picked in one place.
  useEffect(() => {
    if (isPicking) panes.closeSecond();
  }, [isPicking, panes]);
  const look = (pane: typeof first) =>
    isSplit && mergeClasses(styles.ofTwo, pane === inHand ? styles.inHand : styles.behind);
  const take = (pane: typeof first) => () => panes.take(pane);
  return (
    <div className={mergeClasses(styles.panes, isSplit && styles.split)}>
      <ControlProvider value={model}>
        <section
          className={mergeClasses(styles.pane, look(first))}
          {...(isSplit && {
            'aria-label': text('pane.first'),
            tabIndex: -1,
            'data-pane': 'first',
            'data-in-hand': inHand === first || undefined,
            onFocusCapture: take(first),
            onPointerDownCapture: take(first),
          })}
        >
          {second && <OtherPane to={second} />}
          {children}
        </section>
      </ControlProvider>
      {second && (
        <SecondPane
          folder={second}
          isInHand={inHand === second}
          className={mergeClasses(styles.pane, look(second))}
          onTake={take(second)}
        >
          {children}
        </SecondPane>
      )}
    </div>
  );
}

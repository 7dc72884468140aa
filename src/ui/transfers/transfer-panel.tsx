import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useRef, useState } from 'react';
import { useControl, useStore } from '../control-context';
import { focusNearest } from '../dialogs/use-return-focus';
import { asksInDialog } from '../questions/upload-questions';
import { useText } from '../text';
import { useViewState } from '../view-state';
import { canRetry } from './can-retry';
import { PanelHeader } from './panel-header';
import { TransferList } from './transfer-list';
import { useAnnouncements } from './use-announcements';
import { useExpansion } from './use-expansion';
import { useQuestionsDialog } from './use-questions-dialog';
import { useKeptFocus } from './use-kept-focus';

const useStyles = makeStyles({
  panel: {
    position: 'absolute',
    insetBlockEnd: tokens.spacingVerticalL,
    insetInlineEnd: tokens.spacingHorizontalL,
    zIndex: 3,
    width: 'min(400px, calc(100% - 32px))',
    maxHeight: 'min(480px, 75%)',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow28,
    outlineStyle: 'none',
    animationName: { from: { opacity: 0, transform: 'translateY(12px)' }, to: { opacity: 1 } },
    animationDuration: tokens.durationNormal,
    animationTimingFunction: tokens.curveDecelerateMid,
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
  // Both tell of files: neither is to hide the other.
  besideDetails: { insetInlineEnd: '336px', width: 'min(400px, calc(100% - 368px))' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    justifyContent: 'end',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    flexShrink: 0,
  },
});

/** All uploads and downloads, at the end of the control. It goes when it is closed, never by itself. */
export function TransferPanel() {
  const text = useText();
  const styles = useStyles();
  const { transfers } = useControl();
  const { dialog, details } = useViewState();
  const { place } = useStore(details);
  const tasks = useStore(transfers.tasks);
  const summary = transfers.summary();
  const panel = useRef<HTMLElement>(null);
  const keepFocus = useCallback(() => panel.current?.focus(), []);
  const focus = useKeptFocus(panel);
  const [hovered, setHovered] = useState(false);
  const { expanded, toggle, forget } = useExpansion(summary, hovered || focus.isInside);
  const close = () => {
    const root = panel.current?.getRootNode();
    // The button goes away with the panel.
    if (root instanceof Document || root instanceof ShadowRoot) focusNearest(root);
    forget();
    setHovered(false);
    transfers.clearFinished();
  };
  useAnnouncements(tasks, text);
  useQuestionsDialog(tasks);
  if (tasks.length === 0) return null;

  const asks = tasks.some(asksInDialog);
  const retries = tasks.some(({ state }) => state.status === 'failed' && canRetry(state));
  return (
    <section
      ref={panel}
      className={mergeClasses(styles.panel, place === 'beside' && styles.besideDetails)}
      part="transfers"
      aria-label={text('transfer.panel')}
      tabIndex={-1}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      {...focus.handlers}
    >
      <PanelHeader tasks={tasks} summary={summary} expanded={expanded} onToggle={toggle} onClose={close} />
      {(retries || asks) && (
        <div className={styles.actions}>
          {asks && (
            <Button size="small" onClick={() => dialog.set({ kind: 'questions' })}>
              {text('transfer.decide')}
            </Button>
          )}
          {retries && (
            <Button size="small" onClick={() => transfers.retryFailed()}>
              {text('transfer.retryFailed')}
            </Button>
          )}
        </div>
      )}
      {expanded && <TransferList tasks={tasks} onAnswered={keepFocus} />}
    </section>
  );
}

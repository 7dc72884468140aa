import { Button, makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { useStore } from '../control-context';
import { focusNearest } from '../dialogs/use-return-focus';
import { observeBox } from '../observe-box';
import { useText } from '../text';
import { useElement } from '../use-element';
import { useViewState } from '../view-state';
import { ItemDetails } from './item-details';
import { SomeDetails } from './some-details';
import { useTarget } from './use-target';

/** The list needs so much (pixels) beside the pane. */
const ROOM = 700;

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    boxSizing: 'border-box',
    width: '320px',
    flexShrink: 0,
    minHeight: 0,
    borderInlineStartWidth: '1px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke2,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  hearing: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  over: { position: 'absolute', inset: 0, width: 'auto', zIndex: 4, borderInlineStartStyle: 'none' },
  header: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexShrink: 0,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInlineStart: tokens.spacingHorizontalL,
    paddingInlineEnd: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  nothing: { margin: 0, padding: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
  body: { overflowY: 'auto', minHeight: 0, flexGrow: 1 },
});

/** What is selected, told in full: beside the list, or over it where that is narrow. */
export function DetailsPane() {
  const text = useText();
  const styles = useStyles();
  const target = useTarget();
  const { details } = useViewState();
  const isOver = useStore(details).place === 'over';
  const pane = useRef<HTMLElement>(null);
  const [close, setClose] = useElement<HTMLButtonElement>();
  const leave = () => {
    const root = pane.current?.getRootNode();
    const hadFocus = isFocusIn(pane.current);
    details.update((now) => ({ ...now, place: 'closed', items: undefined }));
    // Once the list can be reached again.
    if (hadFocus && (root instanceof Document || root instanceof ShadowRoot)) {
      queueMicrotask(() => focusNearest(root));
    }
  };
  usePlace(pane);
  useEffect(() => {
    if (isOver) close.current?.focus();
  }, [isOver, close]);
  useOpenAnnouncement(target);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  };
  return (
    <aside
      ref={pane}
      className={mergeClasses(styles.pane, isOver && styles.over)}
      aria-label={text('details.title')}
      part="details"
    >
      <div role="presentation" className={styles.hearing} onKeyDown={onKeyDown}>
        <div className={styles.header}>
          <h2 className={styles.title}>{text('details.title')}</h2>
          <Tooltip content={text('details.close')} relationship="label">
            <Button ref={setClose} appearance="subtle" icon={<DismissRegular />} onClick={leave} />
          </Tooltip>
        </div>
        <div className={styles.body}>
          {target.kind === 'none' && <p className={styles.nothing}>{text('details.nothing')}</p>}
          {target.kind === 'one' && <ItemDetails item={target.item} path={target.path} />}
          {target.kind === 'some' && <SomeDetails items={target.items} path={target.path} />}
        </div>
      </div>
    </aside>
  );
}

function isFocusIn(element: HTMLElement | null): boolean {
  const root = element?.getRootNode();
  const focused = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
  return focused !== null && element?.contains(focused) === true;
}

/** Beside the list or over it, as there is room. */
function usePlace(pane: { readonly current: HTMLElement | null }): void {
  const { details } = useViewState();
  useLayoutEffect(() => {
    const row = pane.current?.parentElement;
    if (!row) return undefined;
    const look = () => {
      const place = row.clientWidth < ROOM ? 'over' : 'beside';
      details.update((now) => (now.place === place || now.place === 'closed' ? now : { ...now, place }));
    };
    look();
    return observeBox(row, look);
  }, [pane, details]);
}

/** Where it opens, and of what, is said once; later on the selection speaks for itself. */
function useOpenAnnouncement(target: ReturnType<typeof useTarget>): void {
  const text = useText();
  const { announcement } = useViewState();
  const isSaid = useRef(false);
  useEffect(() => {
    if (isSaid.current || target.kind === 'none') return;
    isSaid.current = true;
    announcement.set(
      target.kind === 'some'
        ? text('details.openedSome', { count: target.items.length })
        : text('details.opened', { name: target.item.name || text('path.root') }),
    );
  }, [target, text, announcement]);
}

import { Button, makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useLayoutEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react';
import type { FolderBrowser } from '../../drive';
import { createStore } from '../../lib';
import { ControlProvider, useControl } from '../control-context';
import { focusNearest } from '../dialogs/use-return-focus';
import { useText } from '../text';
import { useViewOptions } from '../view-options';
import { OtherPane } from './other-pane';
import { useViewState, ViewStateProvider, type FoundText } from '../view-state';

/** Where both are shown: else the button that brings the places stands before this path. */
const BESIDE = '@container (min-width: 560px)';

const useStyles = makeStyles({
  pane: {
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    '--path-end': '44px',
    [BESIDE]: { '--path-start': '4px' },
  },
  head: { display: 'flex', justifyContent: 'end', flexShrink: 0, padding: tokens.spacingHorizontalXS },
  // At the end of the path's own line.
  besidePath: {
    position: 'absolute',
    insetInlineEnd: tokens.spacingHorizontalXS,
    insetBlockStart: 0,
    zIndex: 1,
  },
});

interface SecondPaneProps {
  readonly folder: FolderBrowser;
  readonly isInHand: boolean;
  readonly className: string;
  /** Somebody is in it. */
  readonly onTake: () => void;
  /** What stands in the first one, too. */
  readonly children: ReactNode;
}

/** Another place beside the first, and the way to have one pane again. */
export function SecondPane({ folder, isInHand, className, onTake, children }: SecondPaneProps) {
  const styles = useStyles();
  const text = useText();
  const control = useControl();
  const view = useViewState();
  const { hidesPath } = useViewOptions();
  const pane = useRef<HTMLElement>(null);
  const model = useMemo(() => ({ ...control, folder }), [control, folder]);
  // What rows were found by is known of each list by itself.
  const own = useMemo(() => ({ ...view, found: createStore<FoundText | undefined>(undefined) }), [view]);
  useFocusInHand(pane, isInHand);
  useReturnToFirst(pane);
  return (
    <section
      ref={pane}
      className={mergeClasses(className, styles.pane)}
      aria-label={text('pane.second')}
      data-pane="second"
      data-in-hand={isInHand || undefined}
      tabIndex={-1}
      onFocusCapture={onTake}
      onPointerDownCapture={onTake}
    >
      <OtherPane to={control.panes.state.get().first} />
      <div className={mergeClasses(styles.head, !hidesPath && styles.besidePath)}>
        <Tooltip content={text('pane.close')} relationship="label">
          <Button appearance="subtle" icon={<DismissRegular />} onClick={() => control.panes.closeSecond()} />
        </Tooltip>
      </div>
      <ControlProvider value={model}>
        <ViewStateProvider value={own}>{children}</ViewStateProvider>
      </ControlProvider>
    </section>
  );
}

type Root = Document | ShadowRoot;

function rootOf(pane: RefObject<HTMLElement | null>): Root | undefined {
  const root = pane.current?.getRootNode();
  return root instanceof Document || root instanceof ShadowRoot ? root : undefined;
}

/** Whoever asks for something in the other pane goes on there; its name is spoken with that. */
function useFocusInHand(pane: RefObject<HTMLElement | null>, isInHand: boolean): void {
  useEffect(() => {
    const root = rootOf(pane);
    const target = isInHand ? pane.current : root?.querySelector<HTMLElement>('[data-pane="first"]');
    if (root && target && !target.contains(root.activeElement)) target.focus();
  }, [pane, isInHand]);
}

/** The focus goes with the pane: before that it is known to be there, and after that there is room for the first. */
function useReturnToFirst(pane: RefObject<HTMLElement | null>): void {
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    const root = rootOf(pane);
    const element = pane.current;
    return () => {
      hadFocus.current = root !== undefined && (element?.contains(root.activeElement) ?? false);
    };
  }, [pane]);
  useEffect(() => {
    const root = rootOf(pane);
    return () => {
      if (root && hadFocus.current) focusNearest(root);
    };
  }, [pane]);
}

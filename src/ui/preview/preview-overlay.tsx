import { makeStyles, tokens, useFluent } from '@fluentui/react-components';
import {
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { createContents, neighboursOf, type DriveItem, type Neighbours } from '../../drive';
import { useControl, useStore } from '../control-context';
import { focusNearest } from '../dialogs/use-return-focus';
import { useOpener } from '../opener';
import { useText } from '../text';
import { useViewState } from '../view-state';
import { followSwipes } from './follow-swipes';
import { PreviewBar } from './preview-bar';
import { previewCommandOf } from './preview-key';
import { PreviewStage } from './preview-stage';
import { readAhead } from './read-ahead';
import { TrappedFocus, useCover } from './trapped-focus';
import { useCommands } from './use-commands';
import { useImageControl } from './use-image-control';

const useStyles = makeStyles({
  overlay: {
    position: 'absolute',
    inset: 0,
    // Above all that floats in the control, below its menus and dialogs.
    zIndex: 10,
    display: 'flex',
    flexDirection: 'column',
    containerType: 'inline-size',
    outlineStyle: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
  },
  stage: {
    position: 'relative',
    display: 'flex',
    flexGrow: 1,
    minHeight: 0,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground3,
    // At the end of what is moved sideways the browser would go back to the page before.
    '& *': { overscrollBehaviorX: 'contain' },
  },
});

/** The file that `view.preview` names, over the whole control. */
export function PreviewOverlay() {
  const { preview } = useViewState();
  const item = useStore(preview);
  return item ? <OpenPreview item={item} /> : null;
}

function OpenPreview({ item }: { readonly item: DriveItem }) {
  const styles = useStyles();
  const control = useControl();
  const { dir } = useFluent();
  const titleId = useId();
  const overlay = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const { rows } = useStore(control.folder.state);
  const near = useMemo(() => neighboursOf(rows, item.id), [rows, item.id]);
  const [contents] = useState(() => createContents(() => control.loadPreviews()));
  const image = useImageControl(item.id);
  const run = useCommands({ near, image });
  const onSwipe = useEffectEvent((to: 'left' | 'right') =>
    run((to === 'left') === (dir === 'ltr') ? 'next' : 'previous'),
  );
  useEffect(() => (stage.current ? followSwipes(stage.current, (to) => onSwipe(to)) : undefined), []);
  useCover(overlay);
  useFocusInside(overlay, item);
  useSpokenPlace(item, near);
  useEndWithFolder();
  const { previous, next } = near;
  useEffect(() => {
    // What could not be read ahead is read when it is shown.
    readAhead(item, { previous, next }, contents).catch(() => undefined);
  }, [item, previous, next, contents]);
  useEffect(() => () => contents.keep([]), [contents]);
  const onKeyDown = (event: KeyboardEvent) => {
    const command = event.defaultPrevented ? undefined : previewCommandOf(event, dir === 'rtl');
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    run(command);
  };
  return (
    // Keys of what is inside come to here.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={overlay}
      className={styles.overlay}
      role="dialog"
      aria-modal
      aria-labelledby={titleId}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <TrappedFocus area={overlay}>
        <PreviewBar item={item} near={near} titleId={titleId} onCommand={run} />
        <div ref={stage} className={styles.stage}>
          <PreviewStage item={item} contents={contents} load={control.loadPreviews} image={image} />
        </div>
      </TrappedFocus>
    </div>
  );
}

/** The focus goes in; at the end to the row of the file that was seen last, else to where it was. */
function useFocusInside(overlay: RefObject<HTMLElement | null>, item: DriveItem): void {
  const { folder } = useControl();
  const { reveal } = useViewState();
  const opener = useOpener();
  const [first] = useState(item.id);
  const leave = useEffectEvent((root: Document | ShadowRoot) => {
    const isElsewhere = item.id !== first && folder.state.get().rows.some(({ id }) => id === item.id);
    if (isElsewhere) reveal.set((item.remoteItem ?? item).id);
    else focusNearest(root, opener);
  });
  useEffect(() => {
    const root = overlay.current?.getRootNode();
    overlay.current?.focus();
    // In a page that is lower than the control.
    overlay.current?.querySelector('[data-bar]')?.scrollIntoView({ block: 'nearest' });
    if (!(root instanceof Document || root instanceof ShadowRoot)) return undefined;
    return () => leave(root);
  }, [overlay]);
}

/** Whoever hears instead of seeing is told which file has come. */
function useSpokenPlace({ id, name }: DriveItem, { place, count }: Neighbours): void {
  const text = useText();
  const { announcement } = useViewState();
  const first = useRef(id);
  const say = useEffectEvent(() => {
    announcement.set(text('preview.spoken', { name, place, count }));
  });
  useEffect(() => {
    // The first one is the name of the dialog.
    if (first.current !== id) say();
    first.current = '';
  }, [id]);
}

/** The page around may open another folder. */
function useEndWithFolder(): void {
  const { folder } = useControl();
  const { preview } = useViewState();
  const { path } = useStore(folder.state);
  const key = path.at(-1)?.id;
  const begun = useRef(key);
  useEffect(() => {
    if (begun.current !== key) preview.set(undefined);
  }, [key, preview]);
}

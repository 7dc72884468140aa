import {
  BreadcrumbButton,
  BreadcrumbDivider,
  BreadcrumbItem,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { Fragment, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { PathFolder } from '../drive';
import { useControl, useStore } from './control-context';
import { ItemName } from './file-list';
import { later } from './later';
import { placeName } from './place-name';
import { useText } from './text';

const HiddenFolders = later(async () => (await import('./hidden-folders')).HiddenFolders, Ellipsis);

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    minWidth: 0,
    paddingInlineStart: `var(--path-start, ${tokens.spacingHorizontalXS})`,
    paddingInlineEnd: `var(--path-end, ${tokens.spacingHorizontalXS})`,
    overflow: 'hidden',
  },
  list: {
    display: 'flex',
    alignItems: 'center',
    minWidth: 0,
    minHeight: '40px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: { minWidth: 0, flexShrink: 1 },
  // The current folder gives way last.
  current: { flexShrink: 0.2 },
  button: {
    minWidth: 0,
    maxWidth: '100%',
    overflow: 'hidden',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  ellipsis: { width: '32px', textAlign: 'center' },
  currentButton: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});

/**
 * Where the open folder is. What does not fit moves from the middle into a menu. The list is a plain one, because
 * Fluent's Breadcrumb puts hidden elements that take the focus around it (Tabster), where Tab alone does.
 */
export function BreadcrumbBar() {
  const styles = useStyles();
  const text = useText();
  const { folder } = useControl();
  const { path } = useStore(folder.state);
  const box = useRef<HTMLDivElement>(null);
  const { first, hidden, last } = splitPath(path, useRoom(box));
  const crumb = (place: PathFolder, index: number) => (
    <Crumb key={`${index} ${place.id}`} place={place} isCurrent={place === path.at(-1)} />
  );
  return (
    <nav ref={box} className={styles.bar} part="breadcrumb" aria-label={text('path.label')}>
      <ol className={styles.list}>
        {first.map(crumb)}
        {hidden.length > 0 && (
          <>
            <BreadcrumbItem>
              <HiddenFolders folders={hidden} />
            </BreadcrumbItem>
            <BreadcrumbDivider />
          </>
        )}
        {last.map(crumb)}
      </ol>
    </nav>
  );
}

function Crumb({ place, isCurrent }: { readonly place: PathFolder; readonly isCurrent: boolean }) {
  const styles = useStyles();
  const text = useText();
  const { folder } = useControl();
  return (
    <Fragment>
      <BreadcrumbItem
        className={mergeClasses(styles.item, isCurrent && styles.current)}
        data-folder={place.id}
      >
        <BreadcrumbButton
          current={isCurrent}
          className={mergeClasses(styles.button, isCurrent && styles.currentButton)}
          onClick={() => !isCurrent && folder.open(place)}
        >
          <ItemName name={placeName(place, text)} />
        </BreadcrumbButton>
      </BreadcrumbItem>
      {!isCurrent && <BreadcrumbDivider />}
    </Fragment>
  );
}

/** Until the menu is there. */
function Ellipsis() {
  const styles = useStyles();
  return (
    <span className={styles.ellipsis} aria-hidden>
      …
    </span>
  );
}

/** How many crumbs the bar has room for. */
function useRoom(box: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(5);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const read = () => setRoom(Math.max(1, Math.min(8, Math.floor(element.clientWidth / 150))));
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return room;
}

function splitPath(path: readonly PathFolder[], room: number) {
  if (path.length <= Math.max(2, room)) return { first: [], hidden: [], last: path };
  const first = path.slice(0, room > 2 ? 1 : 0);
  const last = path.slice(-Math.max(1, room - 2));
  return { first, hidden: path.slice(first.length, path.length - last.length), last };
}

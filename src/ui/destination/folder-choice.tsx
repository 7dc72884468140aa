import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import { findPlaceRefusal, type DriveItem, type FolderBrowser, type FolderState } from '../../drive';
import { useStore } from '../control-context';
import { ErrorNotice } from '../error-details';
import { ItemName } from '../file-list';
import { FileTypeIcon } from '../file-list/file-type-icon';
import { useText } from '../text';
import { useViewState } from '../view-state';

/** So many more at a time. */
const STEP = 200;

const useStyles = makeStyles({
  box: {
    height: 'min(280px, 40vh)',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  list: { margin: '0', padding: tokens.spacingHorizontalXS, listStyleType: 'none' },
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'start',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    maxWidth: '100%',
    minWidth: 0,
    minHeight: '40px',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
  name: { display: 'flex', flexDirection: 'column', alignItems: 'start', minWidth: 0 },
  reason: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  state: { padding: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground2 },
});

interface FolderChoiceProps {
  readonly items: readonly DriveItem[];
  readonly how: 'move' | 'copy';
  readonly browser: FolderBrowser;
}

/**
 * The folders in the one that is open: one tab stop, arrows from one to the next, Enter opens, Backspace goes up. What
 * can't be a target is greyed with the reason.
 */
export function FolderChoice({ items, how, browser }: FolderChoiceProps) {
  const text = useText();
  const styles = useStyles();
  const state = useStore(browser.state);
  const { rows, path, listing } = state;
  const place = path.map(({ id }) => id).join();
  const { shown, showMore, active, setActive } = useList(place);
  const list = useRef<HTMLUListElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useAnnouncement(state);
  const open = (row: DriveItem) => {
    box.current?.focus();
    // A shortcut receives what is put into it where it points to.
    browser.open({ ...(row.remoteItem ?? row), name: row.name });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = Math.min(rows.length, shown) - 1;
    const isUp = event.key === 'Backspace' || (event.altKey && event.key === 'ArrowUp');
    const to = isUp ? undefined : targetOf(event.key, active, last);
    if (!isUp && to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (to === undefined) {
      box.current?.focus();
      browser.up();
      return;
    }
    setActive(to);
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  const folder = path.at(-1)?.name || text('path.root');
  return (
    // The keys of the buttons in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      role="group"
      tabIndex={-1}
      aria-label={text('destination.folders', { folder })}
      aria-busy={listing.status === 'loading'}
      className={styles.box}
      onKeyDown={onKeyDown}
    >
      {rows.length > 0 && (
        <ul ref={list} className={styles.list}>
          {rows.slice(0, shown).map((row, index) => (
            <FolderRow
              key={row.id}
              row={row}
              reason={
                findPlaceRefusal(items, [row.remoteItem ?? row], how) === 'itself'
                  ? text(`destination.${how}.itself`)
                  : undefined
              }
              isActive={index === Math.min(active, rows.length - 1)}
              onFocus={() => setActive(index)}
              onOpen={() => open(row)}
            />
          ))}
        </ul>
      )}
      {rows.length > shown && (
        <Button appearance="subtle" onClick={showMore}>
          {text('destination.more', { count: Math.min(STEP, rows.length - shown) })}
        </Button>
      )}
      {rows.length === 0 && listing.status === 'complete' && (
        <div className={styles.state}>{text('destination.none')}</div>
      )}
      {(listing.status === 'loading' || listing.status === 'partial') && (
        <div className={styles.state}>
          <Spinner size="tiny" label={text('destination.loading')} />
        </div>
      )}
      {listing.status === 'failed' && <ErrorNotice error={listing.error} />}
    </div>
  );
}

interface FolderRowProps {
  readonly row: DriveItem;
  /** Why nothing can be put there. */
  readonly reason: string | undefined;
  /** The one that Tab reaches. */
  readonly isActive: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

function FolderRow({ row, reason, isActive, onFocus, onOpen }: FolderRowProps) {
  const styles = useStyles();
  return (
    <li>
      <Button
        appearance="subtle"
        className={styles.row}
        icon={<FileTypeIcon type="folder" size={28} />}
        tabIndex={isActive ? 0 : -1}
        disabledFocusable={reason !== undefined}
        onFocus={onFocus}
        onClick={onOpen}
      >
        <span className={styles.name}>
          <ItemName name={row.name} />
          {reason && <span className={styles.reason}>{reason}</span>}
        </span>
      </Button>
    </li>
  );
}

/** How many rows there are, and which of them Tab reaches: another folder begins anew. */
function useList(place: string) {
  const [at, setAt] = useState({ place, shown: STEP, active: 0 });
  const now = at.place === place ? at : { place, shown: STEP, active: 0 };
  return {
    ...now,
    showMore: () => setAt({ ...now, shown: now.shown + STEP }),
    setActive: (active: number) => setAt({ ...now, active }),
  };
}

function targetOf(key: string, active: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, active + 1);
    case 'ArrowUp':
      return Math.max(0, active - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** Which folder is open, and how many there are in it, once that is known. */
function useAnnouncement({ path, rows, listing }: FolderState): void {
  const text = useText();
  const { announcement } = useViewState();
  const id = path.at(-1)?.id;
  const isKnown = listing.status === 'complete';
  const first = useRef(id);
  const announce = useEffectEvent(() => {
    const folder = path.at(-1)?.name || text('path.root');
    announcement.set(text('destination.opened', { folder, count: rows.length }));
  });
  useEffect(() => {
    if (!isKnown || id === first.current) return;
    first.current = id;
    announce();
  }, [id, isKnown]);
}

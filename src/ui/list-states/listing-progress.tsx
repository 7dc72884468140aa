import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { isFiltering, type FolderState } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { useViewState } from '../view-state';

const useStyles = makeStyles({
  track: {
    position: 'absolute',
    insetInline: 0,
    top: 0,
    zIndex: 3,
    height: '2px',
    overflow: 'hidden',
    pointerEvents: 'none',
    '::before': {
      content: '""',
      display: 'block',
      width: '33%',
      height: '100%',
      backgroundImage: `linear-gradient(90deg, transparent, ${tokens.colorCompoundBrandBackground}, transparent)`,
      animationName: { from: { transform: 'translateX(-100%)' }, to: { transform: 'translateX(400%)' } },
      animationDuration: '1.6s',
      animationIterationCount: 'infinite',
      animationTimingFunction: 'linear',
      '@media (prefers-reduced-motion: reduce)': { animationName: 'none', width: '100%' },
    },
  },
  count: {
    position: 'absolute',
    insetInlineStart: tokens.spacingHorizontalM,
    bottom: tokens.spacingVerticalM,
    zIndex: 3,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    pointerEvents: 'none',
  },
});

/** A thin line while more is on its way; where it came in pages, how many there are is spoken once all are in. */
export function ListingProgress() {
  const styles = useStyles();
  const text = useText();
  const view = useViewState();
  const state = useStore(useControl().folder.state);
  const { listing, itemCount } = state;
  const { status } = listing;
  const firstPage = useRef<number>(undefined);
  useEffect(() => {
    if (status === 'partial') {
      firstPage.current ??= itemCount;
      return;
    }
    // The one page of a short folder is a part only until its end is known, which is seen by chance.
    if (status === 'complete' && firstPage.current !== undefined && itemCount > firstPage.current) {
      view.announcement.set(text('state.loadedAll', { count: itemCount }));
    }
    firstPage.current = undefined;
  }, [status, itemCount, view, text]);
  if (status !== 'partial' && status !== 'refreshing') return null;
  return (
    <>
      <div className={styles.track} role="progressbar" aria-label={text('state.loading')} />
      {status === 'partial' && itemCount > 0 && (
        <div className={styles.count}>
          {text(isOfPart(state) ? 'state.covers' : 'state.loaded', { count: itemCount })}
        </div>
      )}
    </>
  );
}

/** Services list by name: in any other order, and of a part, what is here tells nothing of the rest. */
function isOfPart({ arrangement, filter, filters }: FolderState): boolean {
  const { by, direction } = arrangement.sort;
  const isPlain = by === 'name' && direction === 'ascending' && arrangement.grouping === 'none';
  return !isPlain || filter !== '' || isFiltering(filters);
}

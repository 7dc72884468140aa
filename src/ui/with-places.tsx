import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useControl, useStore } from './control-context';
import { later } from './later';
import { useViewOptions } from './view-options';
import { useViewState } from './view-state';

const PlacesPane = later(async () => (await import('./places')).PlacesPane, Room);

/** From here on there is room for the pane beside the list. It is measured at the control, not at the window. */
const WIDE = '@container (min-width: 840px)';

const useStyles = makeStyles({
  body: { position: 'relative', display: 'flex', flexGrow: 1, minHeight: 0, containerType: 'inline-size' },
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  // The button that brings the pane stands before the path, or in the pane.
  behindButton: { '--path-start': '40px' },
  beside: { [WIDE]: { '--path-start': '4px' } },
  room: {
    display: 'none',
    boxSizing: 'border-box',
    flexShrink: 0,
    width: '232px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    [WIDE]: { display: 'block' },
  },
});

/** Where one is, beside everywhere one can go; nothing stands there where nobody may leave, or the page wants none. */
export function WithPlaces({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const hasPlaces = useControl().loadPlaces !== undefined;
  const { sources } = useViewOptions();
  const isBeside = useStore(useViewState().placesBeside);
  const shows = hasPlaces && sources.size > 0;
  const button = shows && mergeClasses(styles.behindButton, isBeside && styles.beside);
  return (
    <div className={styles.body}>
      {shows && <PlacesPane />}
      <div className={mergeClasses(styles.main, button)}>{children}</div>
    </div>
  );
}

/** Kept free until the pane comes: the first rows do not move. */
function Room() {
  const styles = useStyles();
  return useStore(useViewState().placesBeside) && <div className={styles.room} />;
}

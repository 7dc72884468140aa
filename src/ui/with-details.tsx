import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useStore } from './control-context';
import { later } from './later';
import { useViewState } from './view-state';

const DetailsPane = later(async () => (await import('./details')).DetailsPane);

const useStyles = makeStyles({
  row: { position: 'relative', display: 'flex', flexGrow: 1, minHeight: 0 },
  list: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
});

/** The list, and where it is wanted the pane that tells of what is selected. */
export function WithDetails({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const { place } = useStore(useViewState().details);
  return (
    <div className={styles.row}>
      <div className={styles.list} inert={place === 'over'}>
        {children}
      </div>
      {place !== 'closed' && <DetailsPane />}
    </div>
  );
}

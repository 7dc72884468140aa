import { Button, makeStyles, ToggleButton, tokens, Tooltip } from '@fluentui/react-components';
import { DismissRegular, FilterRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { FilterFields } from '../views/filter-fields';
import { ScopeSwitch } from './scope-switch';
import { useFoundText } from './use-found-text';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    gap: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalM,
    paddingBlockEnd: tokens.spacingVerticalS,
  },
  line: { display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalS, minWidth: 0 },
  scopes: { flexGrow: 1, minWidth: 0 },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  found: {
    margin: '0',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Above what was found: where it was searched for, how much there is by now, and by what it can be narrowed. */
export function SearchHead() {
  const styles = useStyles();
  const text = useText();
  const { folder } = useControl();
  const { listing, itemCount } = useStore(folder.state);
  const [filters, setFilters] = useState(false);
  useFoundText();
  const isSoFar = listing.status === 'partial' || listing.status === 'loading';
  return (
    <div className={styles.head} role="group" aria-label={text('search.label')}>
      <div className={styles.line}>
        <div className={styles.scopes}>
          <ScopeSwitch />
        </div>
        <Tooltip content={text('search.filters')} relationship="label">
          <ToggleButton
            size="small"
            appearance="subtle"
            icon={<FilterRegular />}
            checked={filters}
            aria-expanded={filters}
            onClick={() => setFilters(!filters)}
          />
        </Tooltip>
        <Tooltip content={text('search.leave')} relationship="label">
          <Button size="small" appearance="subtle" icon={<DismissRegular />} onClick={() => folder.up()} />
        </Tooltip>
      </div>
      {filters && (
        <div className={styles.fields}>
          <FilterFields />
        </div>
      )}
      {(itemCount > 0 || isSoFar) && (
        <p className={styles.found}>
          {text(isSoFar ? 'search.soFar' : 'search.found', { count: itemCount })} {text('search.behind')}
        </p>
      )}
    </div>
  );
}

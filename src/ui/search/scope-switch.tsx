import { makeStyles, ToggleButton, tokens, Tooltip } from '@fluentui/react-components';
import { useControl } from '../control-context';
import { useText } from '../text';
import { openSearch } from './start-search';
import { useScopes } from './use-scopes';

const useStyles = makeStyles({
  scopes: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  scope: { maxWidth: '100%', minWidth: 'auto' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: '220px' },
});

/** Where the same words are searched for. What can't be searched says why. */
export function ScopeSwitch() {
  const styles = useStyles();
  const text = useText();
  const { folder } = useControl();
  return (
    <div role="group" aria-label={text('search.scope')} className={styles.scopes}>
      {useScopes().map(({ search, name, isHere, refusal }) => {
        const button = (
          <ToggleButton
            key={search.within}
            className={styles.scope}
            size="small"
            shape="circular"
            checked={isHere}
            disabledFocusable={refusal !== undefined}
            onClick={() => !isHere && openSearch(folder, search)}
          >
            <bdi className={styles.name}>{name}</bdi>
          </ToggleButton>
        );
        if (refusal === undefined) return button;
        return (
          <Tooltip key={search.within} content={refusal} relationship="description">
            {button}
          </Tooltip>
        );
      })}
    </div>
  );
}

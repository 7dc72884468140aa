import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { isFiltering, NO_FILTERS, type Filters } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';

const useStyles = makeStyles({
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    flexShrink: 0,
    gap: tokens.spacingHorizontalS,
    paddingInline: tokens.spacingHorizontalM,
    paddingBlockEnd: tokens.spacingVerticalS,
  },
});

/** What rows have been filtered by, each with the button that takes it back. */
export function FilterChips() {
  const styles = useStyles();
  const text = useText();
  const { folder } = useControl();
  const { filters } = useStore(folder.state);
  if (!isFiltering(filters)) return null;
  const { type, person, since } = filters;
  const chips: readonly (readonly [keyof Filters, string | undefined])[] = [
    ['type', type && text(`list.kind.${type}`)],
    ['person', person],
    ['since', since && text(`age.${since}`)],
  ];
  return (
    <div className={styles.chips} role="group" aria-label={text('filter.active')}>
      {chips.map(
        ([kind, name]) =>
          name !== undefined && (
            <Button
              key={kind}
              size="small"
              shape="circular"
              icon={<DismissRegular />}
              iconPosition="after"
              aria-label={text('filter.remove', { name })}
              onClick={() => folder.setFilters({ ...filters, [kind]: undefined })}
            >
              <bdi>{name}</bdi>
            </Button>
          ),
      )}
      <Button size="small" appearance="transparent" onClick={() => folder.setFilters(NO_FILTERS)}>
        {text('filter.clear')}
      </Button>
    </div>
  );
}

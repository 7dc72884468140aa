import { makeStyles, tokens } from '@fluentui/react-components';
import type { DriveItem } from '../../drive';
import { useText } from '../text';

const NAMED = 4;

const useStyles = makeStyles({
  names: {
    margin: '0',
    paddingInlineStart: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground2,
  },
});

/** What a question is about: the first few by name. */
export function ItemNames({ items }: { readonly items: readonly DriveItem[] }) {
  const text = useText();
  const styles = useStyles();
  const more = items.length - NAMED;
  return (
    <ul className={styles.names}>
      {items.slice(0, NAMED).map(({ id, name }) => (
        <li key={id}>
          <bdi>{name}</bdi>
        </li>
      ))}
      {more > 0 && <li>{text('dialog.delete.more', { count: more })}</li>}
    </ul>
  );
}

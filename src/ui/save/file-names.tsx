import { makeStyles, tokens, typographyStyles, useId } from '@fluentui/react-components';
import { ItemName } from '../file-list';
import { useText } from '../text';
import type { SavePart } from './save-state';

const useStyles = makeStyles({
  title: { ...typographyStyles.body1Strong, margin: '0', unicodeBidi: 'plaintext' },
  // A few names, and a bit of the next one.
  list: {
    maxHeight: '76px',
    overflowY: 'auto',
    margin: '0',
    padding: '0',
    listStyleType: 'none',
    color: tokens.colorNeutralForeground2,
  },
});

/** Several files keep their names: these are listed as they will be. */
export function FileNames({ parts }: { readonly parts: readonly SavePart[] }) {
  const text = useText();
  const styles = useStyles();
  const titleId = useId('files');
  return (
    <div>
      <h2 id={titleId} className={styles.title}>
        {text('save.files', { count: parts.length })}
      </h2>
      {/* It scrolls, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className={styles.list} aria-labelledby={titleId} tabIndex={0}>
        {parts.map(({ name }) => (
          <li key={name}>
            <ItemName name={name} />
          </li>
        ))}
      </ul>
    </div>
  );
}

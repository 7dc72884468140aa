import { makeStyles, tokens } from '@fluentui/react-components';
import { nameKey } from '../actions';
import { useText } from '../text';

/** What keys do: one line of the sheet. */
export interface KeyLine {
  readonly label: string;
  readonly keys: readonly string[];
}

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse' },
  caption: {
    textAlign: 'start',
    paddingBlock: tokens.spacingVerticalXS,
    fontWeight: tokens.fontWeightSemibold,
    unicodeBidi: 'plaintext',
  },
  label: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInlineEnd: tokens.spacingHorizontalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'break-word',
    verticalAlign: 'top',
  },
  keys: {
    textAlign: 'end',
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    verticalAlign: 'top',
  },
  key: {
    display: 'inline-block',
    marginInlineStart: tokens.spacingHorizontalXS,
    marginBlockEnd: '2px',
    paddingInline: tokens.spacingHorizontalXS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
  },
});

export function KeyTable({ title, lines }: { readonly title: string; readonly lines: readonly KeyLine[] }) {
  const styles = useStyles();
  const text = useText();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{title}</caption>
      <tbody>
        {lines.map(({ label, keys }) => (
          <tr key={label}>
            <th scope="row" className={styles.label}>
              {label}
            </th>
            <td className={styles.keys}>
              {keys.map((combination) => (
                // “Ctrl+/” in every direction of writing; a style would be turned round with the rest.
                <kbd key={combination} className={styles.key} dir="ltr">
                  {nameKey(combination, text)}
                </kbd>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

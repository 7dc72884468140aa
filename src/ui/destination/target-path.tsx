import { BreadcrumbButton, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons';
import type { FolderBrowser } from '../../drive';
import { useStore } from '../control-context';
import { ItemName } from '../file-list';
import { useText } from '../text';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    margin: '0',
    padding: '0',
    listStyleType: 'none',
  },
  part: { display: 'flex', alignItems: 'center', minWidth: 0, maxWidth: '100%' },
  button: { minWidth: 0, maxWidth: '100%', overflow: 'hidden' },
  between: { flexShrink: 0, color: tokens.colorNeutralForeground3, ':dir(rtl)': { transform: 'scaleX(-1)' } },
});

/** Where the folder is, and the way back up. */
export function TargetPath({ browser }: { readonly browser: FolderBrowser }) {
  const text = useText();
  const styles = useStyles();
  const { path } = useStore(browser.state);
  return (
    <nav aria-label={text('destination.path')}>
      <ol className={styles.list}>
        {path.map((part, index) => {
          const isCurrent = part === path.at(-1);
          return (
            <li key={`${index} ${part.id}`} className={styles.part}>
              {index > 0 && <ChevronRightRegular className={styles.between} aria-hidden />}
              <BreadcrumbButton
                // Fluent gives it no type: in a form it would send that.
                type="button"
                current={isCurrent}
                className={styles.button}
                onClick={() => !isCurrent && browser.open(part)}
              >
                <ItemName name={part.name || text('path.root')} />
              </BreadcrumbButton>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

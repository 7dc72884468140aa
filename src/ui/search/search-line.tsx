import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { searchOf } from '../../drive';
import { useControl, useStore } from '../control-context';
import { placeName } from '../place-name';
import { useText } from '../text';
import { placeToSearch, startSearch } from './start-search';

const useStyles = makeStyles({
  line: {
    position: 'absolute',
    zIndex: 7,
    insetInlineEnd: 0,
    top: '100%',
    minWidth: '100%',
    width: 'max-content',
    maxWidth: 'min(420px, 90vw)',
    marginBlockStart: tokens.spacingVerticalXXS,
    justifyContent: 'flex-start',
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow16,
    backgroundColor: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightRegular,
    // Whoever types on is not disturbed by it.
    animationName: { from: { visibility: 'hidden' }, to: { visibility: 'visible' } },
    animationDuration: '0.4s',
    animationTimingFunction: 'step-end',
  },
  words: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** Below the box: has the service look for what was typed. Enter does the same. */
export function SearchLine({ query }: { readonly query: string }) {
  const styles = useStyles();
  const text = useText();
  const { folder } = useControl();
  const { path } = useStore(folder.state);
  const before = searchOf(path);
  const place = path.at(before ? -2 : -1);
  const search = before ?? placeToSearch(path);
  const where =
    search.within === 'everywhere'
      ? text('search.everywhere')
      : search.within === 'folder' && place
        ? placeName(place, text)
        : text('path.root');
  return (
    <Button className={styles.line} icon={<SearchRegular />} onClick={() => startSearch(folder, query)}>
      <span className={styles.words}>{text('search.line', { folder: where, query: query.trim() })}</span>
    </Button>
  );
}

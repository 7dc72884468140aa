import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { searchOf, searchWords } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { useViewState } from '../view-state';
import { markWords } from './mark-words';
import { placeOf } from './place-of';

const useStyles = makeStyles({
  mark: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { backgroundColor: 'Mark', color: 'MarkText' },
  },
});

/** Has the rows say where they lie, and mark what they were found by, as long as they are what was found. */
export function useFoundText(): void {
  const text = useText();
  const { mark: className } = useStyles();
  const { path } = useStore(useControl().folder.state);
  const { found } = useViewState();
  useEffect(() => {
    const words = searchWords(searchOf(path)?.query ?? '');
    found.set({ placeOf: (item) => placeOf(item, path, text), mark: markWords(words, className) });
    return () => found.set(undefined);
  }, [found, path, text, className]);
}

import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { OpenRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { RecycleBins } from '../../drive';
import { useControl, useStore } from '../control-context';
import type { Places } from '../control-model';
import { useFoundText } from '../search/use-found-text';
import { useText } from '../text';
import { usePlaces } from '../use-places';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    gap: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    paddingBlockEnd: tokens.spacingVerticalM,
    maxWidth: '80ch',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  words: { margin: 0 },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL },
  link: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

type Found = RecycleBins | 'failed' | undefined;

/** Above what was deleted: what can be done with it here, and what only where Microsoft shows it. */
export function RecycleBinHead() {
  const styles = useStyles();
  const text = useText();
  const { signInOwner } = useControl();
  const found = useRecycleBins(usePlaces());
  useFoundText();
  if (!found) return null;
  if (found === 'failed') return <p className={styles.head}>{text('recycleBin.failed')}</p>;
  const personal = signInOwner === 'host' ? 'recycleBin.byHost' : 'recycleBin.personal';
  return (
    <div className={styles.head} role="group" aria-label={text('recycleBin.label')}>
      <p className={styles.words}>{text(found.isPersonal ? personal : 'recycleBin.work')}</p>
      <div className={styles.links}>
        {found.pages.map(({ name, address }) => (
          <Link
            key={address}
            className={styles.link}
            href={address}
            target="_blank"
            rel="noopener noreferrer"
            inline
          >
            {name === '' ? text('recycleBin.open') : text('recycleBin.openOf', { name })}
            <OpenRegular aria-hidden />
          </Link>
        ))}
      </div>
    </div>
  );
}

/** Asked anew with each listing: something may have been deleted in another library, or the network be back. */
function useRecycleBins(places: Places | undefined): Found {
  const { listing } = useStore(useControl().folder.state);
  const [found, setFound] = useState<Found>();
  const isListed = listing.status === 'complete' || listing.status === 'failed';
  useEffect(() => {
    if (!places || !isListed) return undefined;
    const ended = new AbortController();
    const ask = async () => {
      try {
        const bins = await places.recycleBins(ended.signal);
        if (!ended.signal.aborted) setFound(bins);
      } catch {
        if (!ended.signal.aborted) setFound((before) => before ?? 'failed');
      }
    };
    void ask();
    return () => ended.abort();
  }, [places, isListed]);
  return found;
}

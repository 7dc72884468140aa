import { makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useViewState } from './view-state';

interface Sentence {
  readonly id: number;
  readonly text: string;
}

const useStyles = makeStyles({
  // Out of sight, not out of the accessibility tree.
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/**
 * Speaks `view.announcement`. It takes each sentence out of the store, and adds it as a new node: the same
 * sentence said twice is spoken twice.
 */
export function Announcer() {
  const { announcement } = useViewState();
  const [sentences, setSentences] = useState<readonly Sentence[]>([]);
  const styles = useStyles();

  useEffect(() => {
    let count = 0;
    const take = () => {
      const text = announcement.get();
      if (text === '') return;
      announcement.set('');
      count += 1;
      const sentence = { id: count, text };
      // Two stay, so that two sentences of one moment are both spoken.
      setSentences((before) => [...before.slice(-1), sentence]);
    };
    take();
    return announcement.subscribe(take);
  }, [announcement]);

  return (
    <div
      className={styles.hidden}
      role="status"
      aria-live="polite"
      aria-atomic="false"
      aria-relevant="additions"
    >
      {sentences.map(({ id, text }) => (
        <div key={id}>{text}</div>
      ))}
    </div>
  );
}

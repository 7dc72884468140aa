import { Button, makeStyles, tokens, typographyStyles, useId } from '@fluentui/react-components';
import { useEffect, type KeyboardEvent } from 'react';
import { isFolder } from '../../drive';
import type { ConflictAnswer } from '../../transfer';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { useElement } from '../use-element';
import { freeName } from './names';
import type { SaveQuestion } from './save-state';

const useStyles = makeStyles({
  place: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  title: { ...typographyStyles.body1Strong, margin: '0', unicodeBidi: 'plaintext' },
  explanation: { color: tokens.colorNeutralForeground2, unicodeBidi: 'plaintext' },
  answers: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface QuestionProps {
  readonly question: SaveQuestion;
  /** There are other files; of the only one, another name can be chosen. */
  readonly canSkip: boolean;
  readonly onAnswer: (answer: ConflictAnswer) => void;
}

/** A name is taken: what is to become of both. The focus goes to the answer that loses nothing. */
export function Question({ question, canSkip, onAnswer }: QuestionProps) {
  const text = useText();
  const styles = useStyles();
  const [keepBoth, setKeepBoth] = useElement<HTMLButtonElement>();
  const [titleId, explanationId] = [useId('question'), useId('answers')];
  const { items } = useStore(useControl().folder.state);
  const { name, folder, existing } = question;
  const isTakenByFolder = existing !== undefined && isFolder(existing);
  useEffect(() => keepBoth.current?.focus(), [keepBoth]);
  const onKeyDown = (event: KeyboardEvent) => {
    // One thing at a time: saving itself is given up by the next one.
    if (event.key !== 'Escape' || canSkip) return;
    event.preventDefault();
    onAnswer('skip');
  };
  const free = freeName(existing ? [...items, existing] : items, name);
  return (
    // The keys belong to the buttons inside, which bubble.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-labelledby={titleId}
      aria-describedby={explanationId}
      className={styles.place}
      onKeyDown={onKeyDown}
    >
      <h2 id={titleId} className={styles.title}>
        {text(isTakenByFolder ? 'save.questionFolder' : 'save.question', {
          name,
          folder: folder.name || text('path.root'),
        })}
      </h2>
      <div id={explanationId} className={styles.explanation}>
        {text(isTakenByFolder ? 'save.answersFolder' : 'save.answers', { free })}
      </div>
      <div className={styles.answers}>
        <Button ref={setKeepBoth} appearance="primary" onClick={() => onAnswer('rename')}>
          {text('transfer.keepBoth')}
        </Button>
        {!isTakenByFolder && <Button onClick={() => onAnswer('replace')}>{text('transfer.replace')}</Button>}
        <Button onClick={() => onAnswer('skip')}>{text(canSkip ? 'transfer.skip' : 'save.otherName')}</Button>
      </div>
    </div>
  );
}

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useText } from '../text';

/** So many more at a time: each has fields of its own. */
const STEP = 50;

const useStyles = makeStyles({
  list: {
    margin: '0',
    padding: '0',
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
  more: { alignSelf: 'start' },
});

interface QuestionListProps<Question> {
  readonly label: string;
  readonly questions: readonly Question[];
  readonly children: (question: Question) => ReactNode;
}

/** What is asked one by one. */
export function QuestionList<Question extends { readonly id: string }>({
  label,
  questions,
  children,
}: QuestionListProps<Question>) {
  const text = useText();
  const styles = useStyles();
  const [shown, setShown] = useState(STEP);
  const more = Math.min(STEP, questions.length - shown);
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {questions.slice(0, shown).map((question) => (
          <li key={question.id}>{children(question)}</li>
        ))}
      </ul>
      {more > 0 && (
        <Button className={styles.more} size="small" onClick={() => setShown(shown + STEP)}>
          {text('questions.more', { count: more })}
        </Button>
      )}
    </>
  );
}

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { isFolder } from '../../drive';
import type { AskingState, ConflictAnswer, TransferTask } from '../../transfer';
import { useControl } from '../control-context';
import { useText, type Text } from '../text';

interface AnswersProps {
  readonly task: TransferTask;
  readonly question: AskingState;
  /** The button that was pressed goes away: the panel takes the focus. */
  readonly onAnswered: () => void;
}

const useStyles = makeStyles({
  answers: { display: 'flex', gap: tokens.spacingHorizontalS, marginBlockStart: tokens.spacingVerticalXS },
  answer: { minWidth: 'auto', whiteSpace: 'nowrap', flexShrink: 0 },
  /** A proposed name may be long. */
  proposal: { display: 'block', flexShrink: 1, overflow: 'hidden', textOverflow: 'ellipsis' },
});

/** What a row that asks can be told. What has to be written is written in the dialog. */
export function Answers({ task, question, onAnswered }: AnswersProps) {
  const text = useText();
  const styles = useStyles();
  const { transfers } = useControl();
  return (
    <div className={styles.answers} role="group" aria-label={task.name}>
      {answersTo(task, question, text).map(([answer, label]) => (
        <Button
          key={answer}
          className={question.status === 'misnamed' && answer === 'rename' ? styles.proposal : styles.answer}
          size="small"
          onClick={() => {
            transfers.resolveConflict(task.id, answer);
            onAnswered();
          }}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}

type Choice = readonly [ConflictAnswer, string];

/** Only an upload replaces; a folder neither replaces a file nor is replaced by one. */
function answersTo({ kind }: TransferTask, question: AskingState, text: Text): readonly Choice[] {
  const skip = ['skip', text('transfer.skip')] as const;
  if (question.status === 'misnamed') {
    return [['rename', text('dialog.name.repair', { name: question.proposal ?? '' })], skip];
  }
  const keepBoth = ['rename', text('transfer.keepBoth')] as const;
  const { folder, existing } = question;
  const canReplace = kind === 'upload' && !folder && !(existing && isFolder(existing));
  return canReplace ? [keepBoth, ['replace', text('transfer.replace')], skip] : [keepBoth, skip];
}

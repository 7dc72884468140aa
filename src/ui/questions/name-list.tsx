import { Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { NameField } from '../dialogs/name-field';
import { ItemName } from '../file-list';
import { describeNameProblem } from '../name-problem-text';
import { useText } from '../text';
import { newNameOf, type NewName } from './decisions';
import { QuestionList } from './question-list';
import type { BadName } from './upload-questions';

const useStyles = makeStyles({
  row: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  problem: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, unicodeBidi: 'plaintext' },
});

interface NameListProps {
  readonly badNames: readonly BadName[];
  readonly names: ReadonlyMap<string, NewName>;
  /** After a try to go on, problems that are normal while typing count too. */
  readonly checked: boolean;
  readonly onName: (id: string, name: NewName) => void;
  /** The fields that there are, by the ids of their questions. */
  readonly fields: Map<string, HTMLInputElement>;
}

/** Every name that OneDrive would refuse, with one that will do: it can be changed, or the file left out. */
export function NameList({ badNames, names, checked, onName, fields }: NameListProps) {
  const text = useText();
  const styles = useStyles();
  return (
    <QuestionList label={text('questions.names', { count: badNames.length })} questions={badNames}>
      {(badName) => {
        const { id, name, file, count, state } = badName;
        const given = newNameOf(badName, names);
        const change = (changed: string) => onName(id, { ...given, name: changed });
        return (
          <div className={styles.row}>
            {given.isSkipped ? (
              <ItemName name={name} />
            ) : (
              <>
                <NameField
                  label={text(file ? 'questions.newName' : 'questions.newFolderName', { name })}
                  value={given.name}
                  checked={checked}
                  disabled={false}
                  refusal={undefined}
                  inputRef={(field) => {
                    if (field) fields.set(id, field);
                    else fields.delete(id);
                  }}
                  onChange={change}
                  onRepair={(repaired) => {
                    change(repaired);
                    fields.get(id)?.focus();
                  }}
                />
                <div className={styles.problem}>
                  {text('questions.why', { problem: describeNameProblem(state.problem, text) })}
                </div>
              </>
            )}
            <Checkbox
              checked={given.isSkipped}
              label={text('questions.leaveOut', { count: file ? 0 : count })}
              onChange={(_, data) => onName(id, { ...given, isSkipped: data.checked === true })}
            />
          </div>
        );
      }}
    </QuestionList>
  );
}

import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import type { RefCallback } from 'react';
import { findNameProblem, repairName, type NameProblem } from '../../drive';
import { describeNameProblem } from '../name-problem-text';
import { useText } from '../text';

interface NameFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (name: string) => void;
  /** After a try to submit, problems that are normal while typing count too. */
  readonly checked: boolean;
  /** What the service answered, if it refused the name. */
  readonly refusal: string | undefined;
  readonly disabled: boolean;
  readonly inputRef: RefCallback<HTMLInputElement>;
  readonly onRepair: (name: string) => void;
}

const useStyles = makeStyles({
  repair: { alignSelf: 'start', maxWidth: '100%', overflowWrap: 'anywhere', textAlign: 'start' },
});

/** A name with its live check: one sentence for each problem, and a name that would do. */
export function NameField(props: NameFieldProps) {
  const { label, value, onChange, onRepair, checked, refusal, disabled, inputRef } = props;
  const text = useText();
  const styles = useStyles();
  const problem = findNameProblem(value);
  const shown = problem && (checked || !MEANWHILE.has(problem.kind)) ? problem : undefined;
  const message = shown ? describeNameProblem(shown, text) : refusal;
  const repaired = shown && shown.kind !== 'empty' ? repairName(value) : undefined;
  return (
    <>
      <Field label={label} validationState={message ? 'error' : 'none'} validationMessage={message ?? null}>
        <Input
          ref={inputRef}
          value={value}
          readOnly={disabled}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          onChange={(_, data) => onChange(data.value)}
        />
      </Field>
      {repaired !== undefined && findNameProblem(repaired) === undefined && (
        <Button className={styles.repair} size="small" onClick={() => onRepair(repaired)}>
          {text('dialog.name.repair', { name: repaired })}
        </Button>
      )}
    </>
  );
}

/** Everybody passes through these while typing "v1. final". */
const MEANWHILE: ReadonlySet<NameProblem['kind']> = new Set([
  'empty',
  'leading-or-trailing-space',
  'trailing-dot',
]);

import { Button, Field, Input, makeStyles, type InputProps } from '@fluentui/react-components';
import type { RefCallback } from 'react';
import { findNameProblem, repairName, type NameProblem } from '../../drive';
import { BIDI_CONTROL, ItemName } from '../file-list/item-name';
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
  /** What is worth knowing of a name that will do. */
  readonly note?: NameNote | undefined;
  readonly disabled: boolean;
  readonly inputRef: RefCallback<HTMLInputElement>;
  readonly onRepair: (name: string) => void;
  /** Of the field: what is selected there, say. */
  readonly inputProps?: Pick<InputProps, 'onKeyUp' | 'onMouseDown'> | undefined;
}

export interface NameNote {
  readonly text: string;
  /** Another name, that may be meant. */
  readonly proposal?: string | undefined;
}

const useStyles = makeStyles({
  repair: { alignSelf: 'start', maxWidth: '100%', overflowWrap: 'anywhere', textAlign: 'start' },
});

/** A name with its live check: one sentence for each problem, and a name that would do. */
export function NameField(props: NameFieldProps) {
  const { label, value, onChange, onRepair, checked, refusal, note, disabled, inputRef } = props;
  const text = useText();
  const styles = useStyles();
  const problem = findNameProblem(value);
  const shown = problem && (checked || !MEANWHILE.has(problem.kind)) ? problem : undefined;
  const message = shown ? describeNameProblem(shown, text) : refusal;
  const proposal = message ? shown && repairOf(value, shown) : note?.proposal;
  const warning = note?.text ?? (BIDI_CONTROL.test(value) && <Marks name={value} />);
  return (
    <>
      <Field
        label={label}
        validationState={message ? 'error' : warning ? 'warning' : 'none'}
        validationMessage={message ?? (warning || null)}
      >
        <Input
          {...props.inputProps}
          ref={inputRef}
          value={value}
          readOnly={disabled}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          onChange={(_, data) => onChange(data.value)}
        />
      </Field>
      {proposal !== undefined && (
        <Button className={styles.repair} size="small" onClick={() => onRepair(proposal)}>
          {text('dialog.name.repair', { name: shorten(proposal) })}
        </Button>
      )}
    </>
  );
}

/** As lists will show it: a field shows what such marks make of it. */
function Marks({ name }: { readonly name: string }) {
  const text = useText();
  return (
    <>
      {text('dialog.name.marks')} <ItemName name={name} />
    </>
  );
}

/** A button that repeats hundreds of characters says less. */
function shorten(name: string): string {
  if (name.length <= 60) return name;
  const letters = Array.from(name);
  return `${letters.slice(0, 40).join('')}…${letters.slice(-16).join('')}`;
}

function repairOf(name: string, { kind }: NameProblem): string | undefined {
  const repaired = kind === 'empty' ? undefined : repairName(name);
  return repaired !== undefined && findNameProblem(repaired) === undefined ? repaired : undefined;
}

/** Everybody passes through these while typing "v1. final". */
const MEANWHILE: ReadonlySet<NameProblem['kind']> = new Set([
  'empty',
  'leading-or-trailing-space',
  'trailing-dot',
]);

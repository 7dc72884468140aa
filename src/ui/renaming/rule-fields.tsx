import { Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { RefCallback } from 'react';
import { LETTER_CASES } from '../../drive';
import { useText } from '../text';
import { ChoiceField } from '../views/choice-field';
import { MOST_DIGITS, RENAME_KINDS, ruleOf, type RenameInput } from './rename-input';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 170px), 1fr))',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    ':empty': { display: 'none' },
  },
});

interface RuleFieldsProps {
  readonly input: RenameInput;
  readonly onChange: (change: Partial<RenameInput>) => void;
  /** The field where typing begins. */
  readonly firstRef: RefCallback<HTMLInputElement>;
}

/** The rule: which, and what it needs to know. */
export function RuleFields({ input, onChange, firstRef }: RuleFieldsProps) {
  const text = useText();
  const styles = useStyles();
  return (
    <>
      <ChoiceField
        label={text('rename.rule')}
        value={input.kind}
        choices={RENAME_KINDS.map((kind) => ({ value: kind, label: text(`rename.rule.${kind}`) }))}
        onChoose={(kind) => onChange({ kind })}
      />
      <div className={styles.columns}>
        <FieldsOfKind input={input} onChange={onChange} firstRef={firstRef} />
      </div>
      <div className={styles.columns}>
        {input.kind === 'replace' && (
          <Checkbox
            label={text('rename.matchesCase')}
            checked={input.matchesCase}
            onChange={(_, { checked }) => onChange({ matchesCase: checked === true })}
          />
        )}
        {input.kind !== 'number' && (
          <Checkbox
            label={text('rename.withExtension')}
            checked={input.withExtension}
            onChange={(_, { checked }) => onChange({ withExtension: checked === true })}
          />
        )}
      </div>
    </>
  );
}

function FieldsOfKind({ input, onChange, firstRef }: RuleFieldsProps) {
  const text = useText();
  const field = (name: 'find' | 'by' | 'before' | 'after' | 'base', ref?: RefCallback<HTMLInputElement>) => (
    <Field label={text(`rename.${name}`)}>
      <Input
        {...(ref && { ref })}
        value={input[name]}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        onChange={(_, { value }) => onChange({ [name]: value })}
      />
    </Field>
  );
  switch (input.kind) {
    case 'replace':
      return (
        <>
          {field('find', firstRef)}
          {field('by')}
        </>
      );
    case 'add':
      return (
        <>
          {field('before', firstRef)}
          {field('after')}
        </>
      );
    case 'number':
      return (
        <>
          {field('base', firstRef)}
          <StartField input={input} onChange={onChange} />
          <ChoiceField
            label={text('rename.digits')}
            value={String(input.digits)}
            choices={Array.from({ length: MOST_DIGITS }, (_, index) => ({
              value: String(index + 1),
              label: '1'.padStart(index + 1, '0'),
            }))}
            onChoose={(digits) => onChange({ digits: Number(digits) })}
          />
        </>
      );
    case 'case':
      return (
        <ChoiceField
          label={text('rename.case')}
          value={input.to}
          choices={LETTER_CASES.map((to) => ({ value: to, label: text(`rename.case.${to}`) }))}
          onChoose={(to) => onChange({ to })}
        />
      );
  }
}

function StartField({ input, onChange }: Pick<RuleFieldsProps, 'input' | 'onChange'>) {
  const text = useText();
  const isWrong = ruleOf(input) === undefined;
  return (
    <Field
      label={text('rename.start')}
      validationState={isWrong ? 'error' : 'none'}
      validationMessage={isWrong ? text('rename.start.wrong') : null}
    >
      <Input
        value={input.start}
        inputMode="numeric"
        autoComplete="off"
        onChange={(_, { value }) => onChange({ start: value })}
      />
    </Field>
  );
}

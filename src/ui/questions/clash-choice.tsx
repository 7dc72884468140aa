import { Radio, RadioGroup } from '@fluentui/react-components';
import { useText } from '../text';
import type { ForAll } from './decisions';
import { canReplace, isInterrupted, type Clash } from './upload-questions';

interface ClashChoiceProps {
  readonly clashes: readonly Clash[];
  readonly value: ForAll;
  readonly onChange: (value: ForAll) => void;
}

/** One answer for all names that are taken, or one for each. */
export function ClashChoice({ clashes, value, onChange }: ClashChoiceProps) {
  const text = useText();
  const interrupted = clashes.filter(isInterrupted).length;
  const kept = clashes.filter((clash) => !canReplace(clash)).length;
  const choices: readonly ForAll[] = [
    'rename',
    ...(kept < clashes.length ? (['replace'] as const) : []),
    'skip',
    ...(interrupted > 0 ? (['continue'] as const) : []),
    'decide',
  ];
  return (
    <RadioGroup
      aria-label={text('questions.clashes', { count: clashes.length })}
      value={value}
      onChange={(_, data) => {
        const chosen = choices.find((choice) => choice === data.value);
        if (chosen) onChange(chosen);
      }}
    >
      {choices.map((choice) => (
        <Radio key={choice} value={choice} label={text(`questions.all.${choice}`, { interrupted, kept })} />
      ))}
    </RadioGroup>
  );
}

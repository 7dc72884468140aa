import { Radio, RadioGroup } from '@fluentui/react-components';
import { useText } from '../text';
import type { ForAll } from './decisions';
import { canReplace, isInterrupted, type Clash } from './upload-questions';

interface ClashChoiceProps {
  readonly clashes: readonly Clash[];
  /** What wants the names: files that are uploaded, or items that are moved. */
  readonly about: 'upload' | 'move';
  readonly value: ForAll;
  readonly onChange: (value: ForAll) => void;
}

/** One answer for all names that are taken, or one for each. */
export function ClashChoice({ clashes, about, value, onChange }: ClashChoiceProps) {
  const text = useText();
  const interrupted = about === 'upload' ? clashes.filter(isInterrupted).length : 0;
  const kept = clashes.filter((clash) => !canReplace(clash)).length;
  const textOf = (choice: ForAll) =>
    choice === 'replace' && about === 'move'
      ? 'questions.all.replaceByMove'
      : (`questions.all.${choice}` as const);
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
        <Radio key={choice} value={choice} label={text(textOf(choice), { interrupted, kept })} />
      ))}
    </RadioGroup>
  );
}

import { Field, Select } from '@fluentui/react-components';

/** One of several, in the browser's own list: as good by finger and keyboard as any. */
export function ChoiceField<T extends string>({
  label,
  value,
  choices,
  onChoose,
}: {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChoose: (value: T) => void;
}) {
  return (
    <Field label={label}>
      <Select
        value={value}
        onChange={(_, data) => {
          const chosen = choices.find((choice) => choice.value === data.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}

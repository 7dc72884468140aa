import { Field, Input } from '@fluentui/react-components';
import { fillIn } from '../../../locales';
import type { IdProblem } from '../read-ids';
import { useSetup } from '../use-setup';

type ClientIdProblem = Extract<IdProblem, { field: 'clientId' }>;

export function ClientIdField() {
  const { input, ids, change, texts } = useSetup();
  const problem = ids.problems.find((found): found is ClientIdProblem => found.field === 'clientId');
  const isRead = ids.clientId !== undefined && ids.clientId !== input.clientId.trim();
  return (
    <Field
      label={texts.ids.clientId}
      hint={texts.ids.clientIdHint}
      validationState={problem ? 'error' : isRead ? 'success' : 'none'}
      validationMessage={
        problem
          ? texts.ids.problems[problem.kind]
          : isRead
            ? fillIn(texts.ids.understood, { value: ids.clientId })
            : null
      }
    >
      <Input
        value={input.clientId}
        autoComplete="off"
        spellCheck={false}
        onChange={(_event, { value }) => change({ clientId: value })}
      />
    </Field>
  );
}

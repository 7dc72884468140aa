import { Field, Input } from '@fluentui/react-components';
import { suggestSetting } from '../../../auth';
import { fillIn } from '../../../locales';
import type { IdProblem } from '../read-ids';
import { tenantOf } from '../setup-input';
import { useSetup } from '../use-setup';
import { ClientIdField } from './client-id-field';

/** What the registration is known by, as it was copied. */
export function IdsStep() {
  return (
    <>
      <ClientIdField />
      <TenantField />
    </>
  );
}

function TenantField() {
  const { input, ids, change, texts, words } = useSetup();
  const implied = tenantOf({ ...input, tenant: '' });
  const ownHint = input.cloud === 'emulator' ? texts.ids.tenantHintEmulator : texts.ids.tenantHint;
  const problem = ids.problems.find(({ field }) => field === 'tenant');
  const isRead = ids.tenant !== undefined && ids.tenant !== input.tenant.trim();
  const sentence = (found: IdProblem) => {
    if (found.kind === 'contradiction') {
      const audience = texts.accounts.audiences[input.audience];
      return fillIn(texts.ids.problems.contradiction, { tenant: found.tenant, audience });
    }
    if (found.kind !== 'setting') return texts.ids.problems[found.kind];
    const { what, fix } = words.describeSetting(found.problem);
    const suggestion = suggestSetting(found.problem);
    return [what, suggestion && fillIn(words.configurationTexts.meant, { suggestion }), fix]
      .filter(Boolean)
      .join(' ');
  };
  return (
    <Field
      label={implied === undefined ? texts.ids.tenant : `${texts.ids.tenant} (${texts.optional})`}
      hint={implied === undefined ? ownHint : fillIn(texts.ids.tenantOptional, { tenant: implied })}
      required={implied === undefined}
      validationState={problem ? 'error' : isRead ? 'success' : 'none'}
      validationMessage={
        problem ? sentence(problem) : isRead ? fillIn(texts.ids.understood, { value: ids.tenant }) : null
      }
    >
      <Input
        value={input.tenant}
        autoComplete="off"
        spellCheck={false}
        onChange={(_event, { value }) => change({ tenant: value })}
      />
    </Field>
  );
}

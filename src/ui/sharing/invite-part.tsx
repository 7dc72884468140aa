import { Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { ItemSharing, OptionRefusals } from '../../drive';
import { ErrorNotice } from '../error-details';
import { useText } from '../text';
import { AddressField } from './address-field';
import { useFormStyles } from './form-styles';
import { refusalText } from './permission-text';
import type { InviteForm } from './use-invite-form';

/** The longest message that the service takes. */
const LONGEST_MESSAGE = 2000;

interface InvitePartProps {
  readonly form: InviteForm;
  readonly sharing: ItemSharing;
  readonly refusals: OptionRefusals;
}

/** Whom to let in, what they may do, and what they are told. Who could not be invited stays, with the reason. */
export function InvitePart({ form, sharing, refusals }: InvitePartProps) {
  const text = useText();
  const styles = useFormStyles();
  const { draft, change, submission } = form;
  const isRunning = submission.status === 'running';
  return (
    <div className={styles.part}>
      <AddressField form={form} sharing={sharing} />
      <div className={styles.columns}>
        <Field label={text('share.role')}>
          <Select
            value={draft.role}
            disabled={isRunning}
            onChange={(_, { value }) => change({ role: value === 'write' ? 'write' : 'read' })}
          >
            {(['read', 'write'] as const).map((role) => (
              <option key={role} value={role}>
                {text(`share.role.${role}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Ending form={form} refusals={refusals} />
      </div>
      <Telling form={form} refusals={refusals} />
      {submission.status === 'failed' && <ErrorNotice error={submission.error} />}
      <Outcome form={form} />
    </div>
  );
}

type FormProps = Pick<InvitePartProps, 'form' | 'refusals'>;

function Ending({ form: { draft, isTooLate, change, submission }, refusals }: FormProps) {
  const text = useText();
  return (
    <Field
      label={text('share.expiry')}
      hint={refusalText(refusals.get('invite-expiry'), text) ?? null}
      {...(isTooLate && {
        validationMessage: text('share.expiry.past'),
        validationState: 'error' as const,
      })}
    >
      <Input
        type="date"
        value={draft.lastDay}
        disabled={refusals.has('invite-expiry') || submission.status === 'running'}
        onChange={(_, { value }) => change({ lastDay: value })}
      />
    </Field>
  );
}

function Telling({ form: { draft, change, submission }, refusals }: FormProps) {
  const text = useText();
  const styles = useFormStyles();
  const isRunning = submission.status === 'running';
  const mustSignIn = refusalText(refusals.get('invite-without-sign-in'), text);
  const requiresSignIn = draft.requiresSignIn || mustSignIn !== undefined;
  const notifies = draft.notifies || !requiresSignIn;
  return (
    <>
      <Field label={text('share.message')}>
        <Textarea
          value={draft.message}
          rows={2}
          maxLength={LONGEST_MESSAGE}
          disabled={!notifies || isRunning}
          onChange={(_, { value }) => change({ message: value })}
        />
      </Field>
      <div>
        <Checkbox
          checked={notifies}
          // Nobody else tells them how to come in.
          disabled={!requiresSignIn || isRunning}
          label={text('share.notify')}
          onChange={(_, { checked }) => change({ notifies: checked === true })}
        />
        <Checkbox
          checked={requiresSignIn}
          disabled={mustSignIn !== undefined || isRunning}
          label={
            <>
              {text('share.signIn')}
              {mustSignIn && <span className={styles.reason}>{mustSignIn}</span>}
            </>
          }
          onChange={(_, { checked }) => change({ requiresSignIn: checked === true })}
        />
      </div>
    </>
  );
}

function Outcome({ form: { notice } }: { readonly form: InviteForm }) {
  const text = useText();
  const sent = notice?.kind === 'sent' ? notice : undefined;
  const [first = ''] = sent?.invited ?? [];
  const sentences = sent && [
    ...(sent.invited.length > 0 ? [text('share.invited', { count: sent.invited.length, name: first })] : []),
    ...(sent.failed > 0 ? [text('share.notInvited', { count: sent.failed })] : []),
  ];
  return <div role="status">{sentences?.join(' ')}</div>;
}

import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import type { LinkScope, LinkType, OptionRefusals, SharingOption } from '../../drive';
import { ErrorNotice } from '../error-details';
import { useText } from '../text';
import { useFormStyles } from './form-styles';
import { LinkAddress } from './link-address';
import { nameLink, refusalText } from './permission-text';
import type { LinkForm } from './use-link-form';

const useStyles = makeStyles({
  result: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    // In forced colours nothing else parts it from the form.
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', gap: tokens.spacingHorizontalS, flexWrap: 'wrap', alignItems: 'center' },
  address: { flexGrow: 1, minWidth: 'min(100%, 200px)' },
});

const SCOPES: readonly LinkScope[] = ['anonymous', 'organization', 'users'];
const TYPES: readonly LinkType[] = ['view', 'review', 'edit', 'embed'];

interface LinkPartProps {
  readonly form: LinkForm;
  readonly refusals: OptionRefusals;
}

/** What kind of link, for whom, protected how; what can't be had is greyed, with the reason below it. */
export function LinkPart({ form, refusals }: LinkPartProps) {
  const text = useText();
  const styles = useFormStyles();
  const { wish, change, submission } = form;
  const reasonOf = (option: SharingOption) => refusalText(refusals.get(option), text);
  const isRunning = submission.status === 'running';
  return (
    <div className={styles.part}>
      <div className={styles.columns}>
        <Field label={text('share.scope')}>
          <RadioGroup
            value={wish.scope}
            disabled={isRunning}
            onChange={(_, { value }) =>
              change({ scope: SCOPES.find((each) => each === value) ?? wish.scope })
            }
          >
            {SCOPES.map((scope) => (
              <Option
                key={scope}
                value={scope}
                label={text(`share.scope.${scope}`)}
                reason={reasonOf(scope)}
              />
            ))}
          </RadioGroup>
        </Field>
        <Field label={text('share.type')}>
          <RadioGroup
            value={wish.type}
            disabled={isRunning}
            onChange={(_, { value }) => change({ type: TYPES.find((each) => each === value) ?? wish.type })}
          >
            {TYPES.map((type) => (
              <Option
                key={type}
                value={type}
                label={text(`share.type.${type}`)}
                reason={type === 'view' ? undefined : reasonOf(type)}
              />
            ))}
          </RadioGroup>
        </Field>
      </div>
      <Protection form={form} refusals={refusals} />
      {submission.status === 'failed' && <ErrorNotice error={submission.error} />}
      <MadeAddress form={form} />
    </div>
  );
}

interface OptionProps {
  readonly value: string;
  readonly label: string;
  readonly reason: string | undefined;
}

function Option({ value, label, reason }: OptionProps) {
  return (
    <Radio value={value} disabled={reason !== undefined} label={<Reasoned label={label} reason={reason} />} />
  );
}

/** The reason is part of the name: whoever hears that it is greyed hears why. */
function Reasoned({ label, reason }: Pick<OptionProps, 'label' | 'reason'>) {
  const styles = useFormStyles();
  return (
    <>
      {label}
      {reason && <span className={styles.reason}>{reason}</span>}
    </>
  );
}

function Protection({ form, refusals }: LinkPartProps) {
  const text = useText();
  const styles = useFormStyles();
  const { draft, wish, isTooLate, change, submission } = form;
  const reasonOf = (option: SharingOption) => refusalText(refusals.get(option), text);
  const isRunning = submission.status === 'running';
  const blocking =
    reasonOf('block-download') ?? (wish.type === 'view' ? undefined : text('share.blocksDownload.view'));
  return (
    <div role="group" aria-label={text('share.more')} className={styles.part}>
      <Checkbox
        checked={draft.blocksDownload && blocking === undefined}
        disabled={blocking !== undefined || isRunning}
        label={<Reasoned label={text('share.blocksDownload')} reason={blocking} />}
        onChange={(_, { checked }) => change({ blocksDownload: checked === true })}
      />
      <div className={styles.columns}>
        <Field
          label={text('share.expiry')}
          hint={reasonOf('expiry') ?? null}
          {...(isTooLate && {
            validationMessage: text('share.expiry.past'),
            validationState: 'error' as const,
          })}
        >
          <Input
            type="date"
            value={draft.lastDay}
            disabled={refusals.has('expiry') || isRunning}
            onChange={(_, { value }) => change({ lastDay: value })}
          />
        </Field>
        <Field label={text('share.password')} hint={reasonOf('password') ?? null}>
          <Input
            type="password"
            autoComplete="new-password"
            value={draft.password}
            disabled={refusals.has('password') || isRunning}
            onChange={(_, { value }) => change({ password: value })}
          />
        </Field>
      </div>
    </div>
  );
}

/** The link that was made, ready to be copied, and what became of copying it. */
function MadeAddress({ form: { made, copied, copy, wish } }: { readonly form: LinkForm }) {
  const text = useText();
  const styles = useStyles();
  const link = made?.permission.link;
  const wanted = wish.type === 'view' && wish.blocksDownload ? 'blocksDownload' : wish.type;
  const sentences = made && [
    text(made.isOld ? 'share.existed' : 'share.created'),
    ...(link && (link.type !== wanted || link.scope !== wish.scope)
      ? [text('share.differs', { kind: nameLink(link, text) })]
      : []),
    ...(link?.address ? [] : [text('share.noAddress')]),
    ...(copied === 'copied' ? [text('share.copied')] : []),
    ...(copied === 'refused' ? [text('share.copyRefused')] : []),
  ];
  return (
    <div className={made ? styles.result : undefined}>
      <div role="status">{sentences?.join(' ')}</div>
      {link?.address && (
        <div className={styles.line}>
          <div className={styles.address}>
            <LinkAddress address={link.address} isSelected={copied === 'refused'} />
          </div>
          <Button icon={<CopyRegular />} onClick={copy}>
            {text('share.copy')}
          </Button>
        </div>
      )}
    </div>
  );
}

import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { fillIn } from '../../locales';
import { StepList, STEPS, type Step } from './step-list';
import { AccountsStep } from './steps/accounts-step';
import { AddressesStep } from './steps/addresses-step';
import { IdsStep } from './steps/ids-step';
import { PermissionsStep } from './steps/permissions-step';
import { RegisterStep } from './steps/register-step';
import { UseStep } from './steps/use-step';
import { useSetupStyles } from './styles';
import { SetupProvider, useSetup, useSetupState, type SetupOptions } from './use-setup';

const useStyles = makeStyles({
  assistant: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '860px',
    marginInline: 'auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground1,
  },
  title: { ...typographyStyles.title2, margin: 0 },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  end: { marginInlineStart: 'auto' },
});

const CONTENTS = {
  accounts: AccountsStep,
  addresses: AddressesStep,
  permissions: PermissionsStep,
  register: RegisterStep,
  ids: IdsStep,
  use: UseStep,
} as const satisfies Record<Step, () => unknown>;

export interface SetupAssistantProps extends SetupOptions {
  /** The step to begin with, if there is one of that name. */
  readonly stepAsked?: string | undefined;
}

/** Leads from an empty registration to a page that shows somebody's OneDrive. */
export function SetupAssistant({ stepAsked, ...options }: SetupAssistantProps) {
  const setup = useSetupState(options);
  const [step, setStep] = useState(() => STEPS.find((one) => one === stepAsked) ?? STEPS[0]);
  const styles = useStyles();
  const shared = useSetupStyles();
  const { texts } = setup;
  return (
    <SetupProvider value={setup}>
      <div className={styles.assistant}>
        <h1 className={styles.title}>{texts.title}</h1>
        <p className={shared.faint}>{texts.intro}</p>
        <StepList current={step} go={setStep} />
        <CurrentStep step={step} />
        <Ways step={step} go={setStep} />
      </div>
    </SetupProvider>
  );
}

function CurrentStep({ step }: { readonly step: Step }) {
  const { input, texts } = useSetup();
  const styles = useSetupStyles();
  const heading = useHeadingFocus(step);
  const Content = CONTENTS[step];
  const isEmulator = input.cloud === 'emulator';
  const intro = {
    accounts: texts.accounts.intro,
    addresses: texts.addresses.intro,
    permissions: texts.permissions.intro,
    register: isEmulator ? texts.register.introEmulator : texts.register.intro,
    ids: isEmulator ? texts.ids.introEmulator : texts.ids.intro,
    use: undefined,
  }[step];
  return (
    <section className={styles.step} aria-labelledby="setup-step">
      <h2 id="setup-step" ref={heading} tabIndex={-1} className={styles.heading}>
        {texts[step].title}
      </h2>
      {intro !== undefined && <p className={styles.text}>{intro}</p>}
      <Content />
    </section>
  );
}

/** Those who do not see the page hear at once where they are now; at the beginning nothing has moved. */
function useHeadingFocus(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [step]);
  return heading;
}

function Ways({ step, go }: { readonly step: Step; readonly go: (step: Step) => void }) {
  const { texts, startOver } = useSetup();
  const styles = useStyles();
  const index = STEPS.indexOf(step);
  const previous = STEPS[index - 1];
  const next = STEPS[index + 1];
  return (
    <div className={styles.ways}>
      {previous && <Button onClick={() => go(previous)}>{texts.back}</Button>}
      {next && (
        <Button appearance="primary" onClick={() => go(next)}>
          {fillIn(texts.next, { step: texts[next].title })}
        </Button>
      )}
      <Button
        className={styles.end}
        appearance="subtle"
        onClick={() => {
          startOver();
          go('accounts');
        }}
      >
        {texts.startOver}
      </Button>
    </div>
  );
}

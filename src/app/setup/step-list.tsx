import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useSetup } from './use-setup';

export const STEPS = ['accounts', 'addresses', 'permissions', 'register', 'ids', 'use'] as const;
export type Step = (typeof STEPS)[number];

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  step: {
    ...typographyStyles.body1,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  current: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    // Colours of one's own show it by nothing else.
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
});

interface StepListProps {
  readonly current: Step;
  readonly go: (step: Step) => void;
}

/** All steps, each a click away: who comes back later knows where to go. */
export function StepList({ current, go }: StepListProps) {
  const styles = useStyles();
  const { texts } = useSetup();
  return (
    <nav aria-label={texts.steps}>
      <ol className={styles.list}>
        {STEPS.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              className={mergeClasses(styles.step, step === current && styles.current)}
              aria-current={step === current ? 'step' : undefined}
              onClick={() => go(step)}
            >
              {`${index + 1}. ${texts[step].title}`}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

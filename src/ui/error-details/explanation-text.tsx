import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { FoundExplanation } from '../../locales';
import { useControl } from '../control-context';
import { useText } from '../text';
import { useExplanations } from './use-explanations';

const useStyles = makeStyles({
  explanation: {
    ...typographyStyles.body1,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    marginBlockStart: tokens.spacingVerticalXS,
    maxWidth: '60ch',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    textAlign: 'start',
    userSelect: 'text',
  },
  sentence: { margin: '0' },
  who: { fontWeight: tokens.fontWeightSemibold },
});

/** What happened and why; then who can put it right, and where. */
export function ExplanationText({ found }: { readonly found: FoundExplanation }) {
  const styles = useStyles();
  const text = useText();
  const values = useValues();
  const explanations = useExplanations();
  if (!explanations) return null;
  const { code, explanation } = found;
  const say = (part: 'what' | 'why' | 'fix') =>
    text.replaced(`explain.${code}.${part}`, values) ?? explanations.fillIn(explanation[part], values);
  return (
    <div className={styles.explanation}>
      <p className={styles.sentence}>
        {say('what')} {say('why')}
      </p>
      <p className={styles.sentence}>
        <span className={styles.who}>{text(`explain.who.${explanation.who}`)}</span> {say('fix')}
      </p>
    </div>
  );
}

/** What of this very control the sentences name. */
function useValues() {
  const { setUp } = useControl();
  const explanations = useExplanations();
  const { graphRoot, ...registration } = setUp ?? {};
  return {
    ...explanations?.valueNames,
    origin: location.origin,
    ...registration,
    ...(graphRoot && { graph: new URL(graphRoot).origin }),
  };
}

import { Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../text';
import { ExplanationText } from './explanation-text';
import { useExplanations } from './use-explanations';

const useStyles = makeStyles({
  help: { ...typographyStyles.caption1, width: '100%', textAlign: 'start' },
  summary: {
    width: 'fit-content',
    marginInline: 'auto',
    cursor: 'pointer',
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  hint: { marginBlock: tokens.spacingVerticalS },
});

/** The shortest AADSTS number has five digits: before that nothing is called unknown. */
const SHORTEST = 5;

/** Errors on Microsoft's own page never come back to this one: whoever sees a code there finds it explained here. */
export function WindowErrorHelp() {
  const styles = useStyles();
  const text = useText();
  const explanations = useExplanations();
  const [written, setWritten] = useState('');
  if (!explanations) return null;
  const found = explanations.findExplanation(written);
  return (
    <details className={styles.help}>
      <summary className={styles.summary}>{text('explain.windowError')}</summary>
      <p className={styles.hint}>{text('explain.windowErrorHint')}</p>
      <Field label={text('explain.windowErrorCode')}>
        <Input
          value={written}
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          onChange={(_event, { value }) => setWritten(value)}
        />
      </Field>
      <div role="status">
        {found && <ExplanationText found={found} />}
        {!found && written.trim().length >= SHORTEST && <p>{text('explain.windowErrorUnknown')}</p>}
      </div>
    </details>
  );
}

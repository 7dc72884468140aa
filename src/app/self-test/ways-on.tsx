import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { SelfTestTexts } from '../../self-test';
import { PAGE } from '../pages';

const useStyles = makeStyles({
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface WaysOnProps {
  readonly isPassed: boolean;
  /** Address of the set-up assistant, where it may be used. */
  readonly assistant: string | undefined;
  readonly texts: SelfTestTexts;
}

/** Out of the self-test: to the files, or to where something can be corrected. */
export function WaysOn({ isPassed, assistant, texts }: WaysOnProps) {
  const styles = useStyles();
  return (
    <div className={styles.ways}>
      <Button as="a" href={PAGE} appearance={isPassed ? 'primary' : 'secondary'}>
        {texts[isPassed ? 'panel.open' : 'panel.back']}
      </Button>
      {assistant !== undefined && (
        <Button as="a" href={assistant}>
          {texts['panel.setup']}
        </Button>
      )}
    </div>
  );
}

import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useControl } from '../control-context';
import { useText } from '../text';
import { useViewState } from '../view-state';

const useStyles = makeStyles({
  place: {
    alignSelf: 'stretch',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: tokens.spacingVerticalS,
    textAlign: 'start',
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  letter: {
    alignSelf: 'stretch',
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
});

/** An organisation whose users may not allow it themselves: a letter to whoever may, ready to be sent. */
export function AdminApproval() {
  const text = useText();
  const styles = useStyles();
  const { announcement } = useViewState();
  const address = useAdminConsentPage();
  const [copied, setCopied] = useState(false);
  if (address === undefined) return null;
  const letter = text('admin.letter', { page: location.origin, address });
  const copy = async () => {
    await navigator.clipboard.writeText(letter);
    setCopied(true);
    announcement.set(text('admin.copied'));
  };
  return (
    <div className={styles.place}>
      <h3 className={styles.title}>{text('admin.title')}</h3>
      <div className={styles.letter}>{letter}</div>
      {/* Without the right to the clipboard the text stays selectable. */}
      <Button icon={<CopyRegular />} onClick={() => void copy().catch(() => setCopied(false))}>
        {text(copied ? 'admin.copied' : 'admin.copy')}
      </Button>
    </div>
  );
}

function useAdminConsentPage(): string | undefined {
  const control = useControl();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let isGone = false;
    const ask = async () => {
      const facts = await control.loadAccountFacts();
      if (!isGone) setAddress(facts.adminConsentPage);
    };
    // Without it the sentence above still says who can help.
    ask().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [control]);
  return address;
}

import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { describeResult, type CheckResult, type SelfTestTexts } from '../../self-test';

const useStyles = makeStyles({
  finding: {
    ...typographyStyles.body1,
    margin: '0',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  facts: {
    margin: '0',
    marginBlockStart: tokens.spacingVerticalXS,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
  },
  term: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground2 },
  value: { ...typographyStyles.body1, margin: '0', overflowWrap: 'anywhere', userSelect: 'text' },
  ways: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginBlockStart: tokens.spacingVerticalXS,
  },
});

interface FindingProps {
  readonly result: CheckResult;
  readonly texts: SelfTestTexts;
}

/** What a check has found; of what failed also what to do, and who can. */
export function Finding({ result, texts }: FindingProps) {
  const styles = useStyles();
  const { finding, fix, who, address } = describeResult(result, texts);
  if (finding === '') return null;
  if (fix === undefined) return <p className={styles.finding}>{finding}</p>;
  const facts = [
    [texts['panel.cause'], finding],
    [texts['panel.fix'], fix],
    [texts['panel.who'], who],
  ] as const;
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
      {address !== undefined && <Address address={address} texts={texts} />}
    </>
  );
}

/** To be opened by whoever may, or sent to them. */
function Address({ address, texts }: { readonly address: string; readonly texts: SelfTestTexts }) {
  const styles = useStyles();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <div className={styles.ways}>
      {/* Without the right to the clipboard the address above stays selectable. */}
      <Button size="small" onClick={() => void copy().catch(() => setCopied(false))}>
        {texts['panel.copyAddress']}
      </Button>
      <span role="status">{copied && texts['panel.addressCopied']}</span>
      <Button size="small" as="a" href={address} target="_blank" rel="noreferrer">
        {texts['panel.openAddress']}
      </Button>
    </div>
  );
}

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { failedAt, formatInstant, type OneDriveError } from '../../lib';
import { SelfTestLink } from '../self-test-link';
import { useText, type Text } from '../text';
import { useViewState } from '../view-state';

const useStyles = makeStyles({
  details: {
    maxWidth: '100%',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  summary: {
    width: 'fit-content',
    marginInline: 'auto',
    cursor: 'pointer',
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    marginBlock: tokens.spacingVerticalS,
    textAlign: 'start',
  },
  fact: { margin: 0, overflowWrap: 'anywhere', color: tokens.colorNeutralForeground1, userSelect: 'text' },
});

export type Fact = readonly [name: string, value: string];

interface FactsProps {
  readonly error: OneDriveError;
  /** What to tell besides. */
  readonly more: readonly Fact[];
}

/** The facts that support staff ask for; never an address or a token. */
export function Facts({ error, more }: FactsProps) {
  const styles = useStyles();
  const text = useText();
  const [copied, setCopied] = useState(false);
  const { announcement } = useViewState();
  const facts = [...factsOf(error, text), ...more];
  const copy = async () => {
    await navigator.clipboard.writeText(facts.map(([name, value]) => `${name}: ${value}`).join('\n'));
    setCopied(true);
    announcement.set(text('state.copied'));
  };
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{text('state.details')}</summary>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => [
          <dt key={`${name}:`}>{name}</dt>,
          <dd key={name} className={styles.fact}>
            {value}
          </dd>,
        ])}
      </dl>
      <Button
        size="small"
        icon={<CopyRegular />}
        // Without the right to the clipboard the facts stay selectable.
        onClick={() => void copy().catch(() => setCopied(false))}
      >
        {text(copied ? 'state.copied' : 'state.copy')}
      </Button>
      <SelfTestLink />
    </details>
  );
}

function factsOf(error: OneDriveError, text: Text): readonly Fact[] {
  const time = failedAt(error);
  const facts: (readonly [string, string | undefined])[] = [
    [text('state.details.code'), error.code],
    [text('state.details.status'), error.status?.toString()],
    [text('state.details.serviceCode'), error.serviceCode],
    [text('state.details.requestId'), error.requestId],
    [text('state.details.time'), time === undefined ? undefined : formatInstant(time)],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

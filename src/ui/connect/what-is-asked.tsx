import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { DocumentRegular, KeyRegular, PeopleRegular, PersonRegular } from '@fluentui/react-icons';
import { useControl } from '../control-context';
import { useText } from '../text';
import { scopeReason } from './account/scope-reason';

const useStyles = makeStyles({
  asks: {
    alignSelf: 'stretch',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    textAlign: 'start',
  },
  title: { ...typographyStyles.body1Strong, margin: '0', marginBlockEnd: tokens.spacingVerticalS },
  list: { margin: '0', padding: '0', listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  ask: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'start', overflowWrap: 'anywhere' },
  icon: { fontSize: '20px', color: tokens.colorBrandForeground1, flexShrink: 0 },
  later: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    marginBlockStart: tokens.spacingVerticalS,
  },
});

/** MSAL asks for it on its own, besides what is told. */
const ALWAYS = 'offline_access';

/** Every permission that Microsoft is about to ask for, with what it is wanted for. */
export function WhatIsAsked() {
  const text = useText();
  const styles = useStyles();
  const { read = [], write = [] } = useControl().scopes ?? {};
  const reasons = [...new Set([...read, ALWAYS].map((scope) => scopeReason(scope, text)))];
  const asksLater = write.some((scope) => !read.includes(scope));
  return (
    <div className={styles.asks}>
      <h3 className={styles.title}>{text('connect.asks')}</h3>
      <ul className={styles.list}>
        {reasons.map((reason) => {
          const Icon = iconOf(read.find((scope) => scopeReason(scope, text) === reason) ?? ALWAYS);
          return (
            <li key={reason} className={styles.ask}>
              <Icon className={styles.icon} aria-hidden />
              {reason}
            </li>
          );
        })}
      </ul>
      {asksLater && <div className={styles.later}>{text('connect.asksLater')}</div>}
    </div>
  );
}

function iconOf(scope: string) {
  if (/^(files|sites)\./i.test(scope)) return DocumentRegular;
  if (/^(people|team|channel|user\.readbasic)/i.test(scope)) return PeopleRegular;
  return scope === ALWAYS ? KeyRegular : PersonRegular;
}

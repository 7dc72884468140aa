import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { AddCircleRegular, CheckmarkCircleRegular, WarningRegular } from '@fluentui/react-icons';
import type { ConnectionScopes } from '../../../auth';
import { useText } from '../../text';
import { compareScopes, type ComparedScope } from './compare-scopes';
import { scopeReason } from './scope-reason';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  row: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  scope: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  icon: { fontSize: '20px', flexShrink: 0 },
  given: { color: tokens.colorStatusSuccessForeground1 },
  missing: { color: tokens.colorStatusWarningForeground1 },
  extra: { color: tokens.colorNeutralForeground3 },
  advice: { margin: 0, marginBlockStart: tokens.spacingVerticalS },
});

const ICONS = { given: CheckmarkCircleRegular, missing: WarningRegular, extra: AddCircleRegular } as const;

/** What was asked for and what was given, one beside the other. */
export function Permissions({ scopes }: { readonly scopes: ConnectionScopes }) {
  const text = useText();
  const styles = useStyles();
  const compared = compareScopes(scopes);
  return (
    <>
      <ul className={styles.list}>
        {compared.map((one) => (
          <Permission key={one.scope} {...one} />
        ))}
      </ul>
      {compared.some(({ status }) => status === 'missing') && (
        <p className={styles.advice}>{text('account.permissionsMissing')}</p>
      )}
    </>
  );
}

function Permission({ scope, status }: ComparedScope) {
  const text = useText();
  const styles = useStyles();
  const Icon = ICONS[status];
  const reason = scopeReason(scope, text);
  return (
    <li className={styles.row}>
      <Icon className={mergeClasses(styles.icon, styles[status])} aria-hidden />
      <div className={styles.words}>
        <div>{reason}</div>
        <div className={styles.scope}>
          {text(`account.permission.${status}`, { scope: reason === scope ? '' : scope })}
        </div>
      </div>
    </li>
  );
}

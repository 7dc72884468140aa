import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'safe center',
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
    fontFamily: tokens.fontFamilyBase,
  },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, maxWidth: '52ch' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
  },
  shortened: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
  },
  advice: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalS,
    marginBlockStart: tokens.spacingVerticalS,
  },
});

/** A picture, a sentence, what it means, and what can be done now. */
export function StatePanel({
  picture,
  title,
  advice,
  actions,
  children,
  alert = false,
  shortened = false,
}: {
  readonly picture: ReactNode;
  readonly title: string;
  readonly advice?: string;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
  /** Something went wrong: it is spoken at once. */
  readonly alert?: boolean;
  /** The title holds what somebody typed: no more than two lines of it are in view. */
  readonly shortened?: boolean;
}) {
  const styles = useStyles();
  return (
    <div className={styles.panel}>
      {picture}
      <div className={styles.words} role={alert ? 'alert' : undefined}>
        <h2 className={mergeClasses(styles.title, shortened && styles.shortened)}>{title}</h2>
        {advice && <p className={styles.advice}>{advice}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
      {children}
    </div>
  );
}

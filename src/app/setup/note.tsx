import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { InfoRegular, WarningRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  note: {
    ...typographyStyles.body1,
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    maxWidth: '70ch',
    boxSizing: 'border-box',
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
  },
  warning: {
    border: `1px solid ${tokens.colorPaletteDarkOrangeBorder2}`,
    backgroundColor: tokens.colorPaletteDarkOrangeBackground1,
  },
  icon: { fontSize: '20px', marginBlockStart: '1px' },
});

interface NoteProps {
  readonly kind: 'info' | 'warning';
  readonly children: ReactNode;
}

export function Note({ kind, children }: NoteProps) {
  const styles = useStyles();
  const Icon = kind === 'warning' ? WarningRegular : InfoRegular;
  return (
    <p className={mergeClasses(styles.note, kind === 'warning' && styles.warning)} role="note">
      <Icon className={styles.icon} aria-hidden />
      <span>{children}</span>
    </p>
  );
}

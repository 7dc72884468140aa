import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  all: { position: 'absolute', inset: 0, display: 'flex', flexDirection: 'column' },
  content: { position: 'relative', flexGrow: 1, minHeight: 0 },
  note: {
    flexShrink: 0,
    margin: 0,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface PreviewNoteProps {
  /** What must be known of what is shown. */
  readonly note?: string | undefined;
  readonly children: ReactNode;
}

export function PreviewNote({ note, children }: PreviewNoteProps) {
  const styles = useStyles();
  return (
    <div className={styles.all}>
      <div className={styles.content}>{children}</div>
      {note && (
        <p className={styles.note} dir="auto">
          {note}
        </p>
      )}
    </div>
  );
}

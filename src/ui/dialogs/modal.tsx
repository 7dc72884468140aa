import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode, SubmitEvent } from 'react';

interface ModalProps {
  readonly open: boolean;
  /** It compares: room for two columns, where there is any. */
  readonly isWide?: boolean;
  readonly title: string;
  readonly actions: ReactNode;
  readonly children: ReactNode;
  readonly onSubmit: () => void;
  /** Escape. A click beside the dialog does nothing: it would throw input away. */
  readonly onDismiss: () => void;
}

const useStyles = makeStyles({
  surface: {
    maxWidth: '480px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusXLarge,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalL },
  },
  // English in a right-to-left page begins with its number all the same.
  title: { unicodeBidi: 'plaintext' },
  wide: { maxWidth: '640px' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    overflowWrap: 'anywhere',
    // Room for the focus ring of a field at the edge.
    paddingBlockEnd: tokens.spacingVerticalM,
  },
});

/** The frame of every dialog. What it holds lives above it, so that it can hide and come back with its input. */
export function Modal({ open, isWide = false, title, actions, children, onSubmit, onDismiss }: ModalProps) {
  const styles = useStyles();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog
      open={open}
      modalType="modal"
      onOpenChange={(_, data) => {
        if (!data.open && data.type !== 'backdropClick') onDismiss();
      }}
    >
      <DialogSurface
        className={mergeClasses(styles.surface, isWide && styles.wide)}
        // The second click of a double click meets it, and would take the focus out of the field.
        backdrop={{ onMouseDown: (event) => event.preventDefault() }}
      >
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle action={null} className={styles.title}>
              {title}
            </DialogTitle>
            <DialogContent className={styles.content}>{children}</DialogContent>
            <DialogActions fluid>{actions}</DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import { CloudArrowUpRegular } from '@fluentui/react-icons';
import { useRef, useState, type DragEvent, type KeyboardEventHandler, type ReactNode } from 'react';
import { readDrop, type ReadDrop } from './read-drop';
import { useText } from './text';
import { useOpenFolder, useUpload } from './use-upload';
import { useViewOptions } from './view-options';
import { useViewState } from './view-state';

const useStyles = makeStyles({
  zone: { position: 'relative', display: 'flex', flexDirection: 'column', minHeight: '0', flexGrow: 1 },
  // Never a target itself: else showing it would count as leaving the zone.
  frame: {
    position: 'absolute',
    inset: tokens.spacingVerticalXS,
    zIndex: 2,
    pointerEvents: 'none',
    display: 'flex',
    alignItems: 'end',
    justifyContent: 'center',
    padding: tokens.spacingVerticalXXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: 'transparent',
    '::before': {
      content: '""',
      position: 'absolute',
      inset: 0,
      borderRadius: tokens.borderRadiusLarge,
      backgroundColor: tokens.colorBrandBackground2,
      opacity: 0.72,
    },
  },
  label: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    maxWidth: '100%',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    boxShadow: tokens.shadow16,
    fontWeight: tokens.fontWeightSemibold,
    forcedColorAdjust: 'none',
    overflowWrap: 'anywhere',
  },
  icon: { fontSize: '24px', flexShrink: 0 },
});

/** Takes files and folders that are dragged over, or pasted into, the control. */
export function DropZone({
  children,
  onKeyDown,
}: {
  readonly children: ReactNode;
  readonly onKeyDown?: KeyboardEventHandler<HTMLElement>;
}) {
  const text = useText();
  const styles = useStyles();
  const folder = useTarget();
  const take = useTake();
  const { over, handlers } = useFileDrag(folder !== undefined, (data) => void take(readDrop(data)));
  return (
    <div
      role="presentation"
      className={styles.zone}
      {...handlers}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        if (!folder || isTyping(event.target) || ![...event.clipboardData.types].includes('Files')) return;
        event.preventDefault();
        void take(readDrop(event.clipboardData));
      }}
    >
      {children}
      {over && folder && (
        <div className={styles.frame}>
          <div className={styles.label}>
            <CloudArrowUpRegular className={styles.icon} aria-hidden />
            {text('drop.here', { folder: folder.name || text('path.root') })}
          </div>
        </div>
      )}
    </div>
  );
}

/** The open folder, where the host lets files come in. */
function useTarget() {
  const folder = useOpenFolder();
  return useViewOptions().actions.has('upload') ? folder : undefined;
}

/** Uploads what was read into the folder that was open at the moment of the drop. */
function useTake() {
  const text = useText();
  const { announcement } = useViewState();
  const folder = useTarget();
  const upload = useUpload();
  return async (reading: Promise<ReadDrop>) => {
    const { sources, unreadable } = await reading;
    if (folder) upload(sources, folder);
    if (unreadable > 0) announcement.set(text('drop.unreadable', { count: unreadable }));
  };
}

/** Follows a drag of files. Every event ends here, so that the host page never opens a dropped file itself. */
function useFileDrag(isOpen: boolean, onDrop: (data: DataTransfer) => void) {
  const [over, setOver] = useState(false);
  // Entering a child comes before leaving the parent, so that only leaving the last entered element is leaving.
  const last = useRef<EventTarget | null>(null);
  const handle = (event: DragEvent<HTMLElement>, then: (accepts: boolean) => void) => {
    if (![...event.dataTransfer.types].includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
    // Dialogs stand in portals: React bubbles their events to here, but they are no drop target.
    const accepts = isOpen && event.target instanceof Node && event.currentTarget.contains(event.target);
    event.dataTransfer.dropEffect = accepts ? 'copy' : 'none';
    then(accepts);
  };
  const leave = () => {
    last.current = null;
    setOver(false);
  };
  const handlers = {
    onDragEnter: (event: DragEvent<HTMLElement>) =>
      handle(event, (accepts) => {
        last.current = event.target;
        setOver(accepts);
      }),
    onDragOver: (event: DragEvent<HTMLElement>) => handle(event, setOver),
    onDragLeave: (event: DragEvent<HTMLElement>) =>
      handle(event, () => {
        if (event.target === last.current) leave();
      }),
    onDrop: (event: DragEvent<HTMLElement>) =>
      handle(event, (accepts) => {
        leave();
        if (accepts) onDrop(event.dataTransfer);
      }),
  };
  return { over, handlers };
}

function isTyping(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null;
}

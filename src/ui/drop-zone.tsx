import { makeStyles } from '@fluentui/react-components';
import {
  useRef,
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEventHandler,
  type ReactNode,
  type RefObject,
} from 'react';
import { later } from './later';

/** The kind of what is dragged, where it is items of the list. */
export const OWN_ITEMS = 'application/x-onedrive-control-items';

/** What is done with files that are dragged over, or pasted into, the control. */
export interface DropHandlers {
  readonly onDrag: (event: DragEvent<HTMLElement>) => void;
  readonly onDragStart: (event: DragEvent<HTMLElement>) => void;
  readonly onDragEnd: () => void;
  readonly onPaste: (event: ClipboardEvent<HTMLElement>) => void;
}

export interface DropProps {
  readonly handlers: RefObject<DropHandlers | undefined>;
}

const Drop = later<DropProps>(async () => (await import('./drop')).Drop);

const useStyles = makeStyles({
  zone: { position: 'relative', display: 'flex', flexDirection: 'column', minHeight: '0', flexGrow: 1 },
});

/** Takes files and folders, and items of the list, that are dragged over, or pasted into, the control. */
export function DropZone({
  children,
  onKeyDown,
}: {
  readonly children: ReactNode;
  readonly onKeyDown?: KeyboardEventHandler<HTMLElement>;
}) {
  const styles = useStyles();
  const handlers = useRef<DropHandlers>(undefined);
  // Every event of a drag of files ends here, so that the host page never opens a dropped file itself.
  const onDrag = (event: DragEvent<HTMLElement>) => {
    const types = [...event.dataTransfer.types];
    if (!types.includes('Files') && !types.includes(OWN_ITEMS)) return;
    event.preventDefault();
    event.stopPropagation();
    event.dataTransfer.dropEffect = 'none';
    handlers.current?.onDrag(event);
  };
  return (
    <div
      role="presentation"
      className={styles.zone}
      onDragStart={(event) => handlers.current?.onDragStart(event)}
      onDragEnd={() => handlers.current?.onDragEnd()}
      onDragEnter={onDrag}
      onDragOver={onDrag}
      onDragLeave={onDrag}
      onDrop={onDrag}
      onKeyDown={onKeyDown}
      onPaste={(event) => handlers.current?.onPaste(event)}
    >
      {children}
      <Drop handlers={handlers} />
    </div>
  );
}

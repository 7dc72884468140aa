import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DocumentAddRegular } from '@fluentui/react-icons';
import { useState, type ChangeEvent, type DragEvent, type RefCallback } from 'react';
import { chooseFiles } from '../choose-files';
import { readDrop, type ReadDrop } from '../read-drop';
import { sourcesFromInput } from '../sources-from-input';
import { useText } from '../text';
import { useElement } from '../use-element';
import { chooserOptions } from './chooser-options';

const useStyles = makeStyles({
  place: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
  over: {
    backgroundColor: tokens.colorSubtleBackgroundHover,
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
  },
  hint: { color: tokens.colorNeutralForeground2, unicodeBidi: 'plaintext' },
});

interface DropPlaceProps {
  /** How many files may be brought; 0: no limit. */
  readonly max: number;
  /** For the browser's own chooser. */
  readonly accept: readonly string[];
  readonly onRead: (read: ReadDrop) => void;
  readonly buttonRef: RefCallback<HTMLButtonElement>;
}

/** Where files of this device come in: the browser's chooser, and a place to drop them. */
export function DropPlace({ max, accept, onRead, buttonRef }: DropPlaceProps) {
  const text = useText();
  const styles = useStyles();
  const [isOver, setOver] = useState(false);
  const [input, setInput] = useElement<HTMLInputElement>();
  const choose = async () => {
    const read = await chooseFiles(() => input.current?.click(), chooserOptions(max, accept));
    if (read) onRead(read);
  };
  const take = ({ currentTarget: chooser }: ChangeEvent<HTMLInputElement>) => {
    const sources = sourcesFromInput(chooser.files ?? []);
    chooser.value = ''; // The same file may be chosen again.
    onRead({ sources, unreadable: [] });
  };
  const onDrag = (event: DragEvent<HTMLElement>) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    // What lies behind the dialog takes nothing.
    event.stopPropagation();
    event.dataTransfer.dropEffect = 'copy';
    setOver(event.type !== 'dragleave' && event.type !== 'drop');
    if (event.type === 'drop') void readDrop(event.dataTransfer).then(onRead);
  };
  return (
    <div
      role="presentation"
      className={mergeClasses(styles.place, isOver && styles.over)}
      onDragEnter={onDrag}
      onDragOver={onDrag}
      onDragLeave={onDrag}
      onDrop={onDrag}
    >
      <Button ref={buttonRef} icon={<DocumentAddRegular />} onClick={() => void choose()}>
        {text('device.choose', { max })}
      </Button>
      <span className={styles.hint}>{text('device.drop', { max })}</span>
      <input
        ref={setInput}
        type="file"
        hidden
        multiple={max !== 1}
        accept={accept.join(',')}
        data-upload="device"
        onChange={take}
      />
    </div>
  );
}

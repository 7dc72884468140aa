import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useId } from 'react';
import { ItemName } from '../file-list';
import { fileTypeOf } from '../file-list/file-type';
import { FileTypeIcon } from '../file-list/file-type-icon';
import { describeRefusal } from '../refusal-text';
import { useText } from '../text';
import type { JudgedFile } from './use-device-files';

const useStyles = makeStyles({
  list: {
    maxHeight: 'min(220px, 30vh)',
    overflowY: 'auto',
    margin: '0',
    padding: '0',
    listStyleType: 'none',
  },
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minHeight: '44px' },
  icon: { display: 'flex', flexShrink: 0 },
  grey: { opacity: 0.5 },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  name: { alignSelf: 'start' },
  about: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    unicodeBidi: 'plaintext',
  },
  reason: { color: tokens.colorPaletteRedForeground1 },
  remove: { flexShrink: 0 },
});

interface DeviceFilesProps {
  readonly files: readonly JudgedFile[];
  readonly onRemove: (file: JudgedFile) => void;
}

/** What the user has brought so far; of what can't be picked, why. */
export function DeviceFiles({ files, onRemove }: DeviceFilesProps) {
  const text = useText();
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={text('device.list')}>
      {files.map((file, index) => (
        <FileLine key={`${index} ${file.item.name}`} file={file} onRemove={() => onRemove(file)} />
      ))}
    </ul>
  );
}

function FileLine({ file, onRemove }: { readonly file: JudgedFile; readonly onRemove: () => void }) {
  const text = useText();
  const styles = useStyles();
  const aboutId = useId();
  const { item, refusal } = file;
  return (
    <li className={styles.row}>
      <span className={mergeClasses(styles.icon, refusal && styles.grey)}>
        <FileTypeIcon type={fileTypeOf(item)} />
      </span>
      <span className={styles.words}>
        <ItemName name={item.name} className={styles.name} />
        <span id={aboutId} className={mergeClasses(styles.about, refusal && styles.reason)}>
          {refusal ? describeRefusal(refusal, text) : text.size(item.size ?? 0)}
        </span>
      </span>
      <Button
        className={styles.remove}
        appearance="subtle"
        size="small"
        icon={<DismissRegular />}
        aria-label={text('pick.basket.remove', { name: item.name })}
        aria-describedby={aboutId}
        onClick={onRemove}
      />
    </li>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import type { ComponentType } from 'react';
import type { DriveItem } from '../../drive';
import { OneDriveError } from '../../lib';
import { useText } from '../text';
import { decodeText } from './decode-text';
import { MOST_OF_TEXT } from './limits';
import { PreviewFailure } from './preview-failure';
import { PreviewLoading } from './preview-loading';
import { PreviewNote } from './preview-note';
import { useLoaded } from './use-loaded';
import type { ViewerProps } from './viewer-props';

const useStyles = makeStyles({
  empty: { margin: tokens.spacingVerticalXXL, textAlign: 'center', color: tokens.colorNeutralForeground2 },
});

interface TextViewerProps extends ViewerProps {
  /** The text as it is to be seen: made of React's elements alone, never of markup. */
  readonly as: ComponentType<{ readonly text: string; readonly item: DriveItem }>;
}

/** A text, or the beginning of a long one. */
export function TextViewer({ item, contents, as: Shown }: TextViewerProps) {
  const text = useText();
  const loaded = useLoaded(async () => {
    const { bytes, isCut } = await contents.read(item, MOST_OF_TEXT);
    const decoded = decodeText(bytes);
    return { decoded, isCut };
  });
  if (loaded.status === 'loading') return <PreviewLoading item={item} />;
  if (loaded.status === 'failed') return <PreviewFailure item={item} {...loaded} />;
  const { decoded, isCut } = loaded.value;
  if (decoded === undefined) {
    return <PreviewFailure item={item} error={new OneDriveError('unexpected-answer')} isUnreadable />;
  }
  const sizes = { size: text.size(MOST_OF_TEXT), whole: text.size(item.size ?? 0) };
  return (
    <PreviewNote note={isCut ? text('preview.cut', sizes) : undefined}>
      {decoded === '' ? <EmptyFile /> : <Shown text={decoded} item={item} />}
    </PreviewNote>
  );
}

function EmptyFile() {
  const text = useText();
  const styles = useStyles();
  return <p className={styles.empty}>{text('preview.empty')}</p>;
}

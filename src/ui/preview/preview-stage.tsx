import { ErrorBoundary } from '../error-boundary';
import { FileTypeIcon } from '../file-list/file-type-icon';
import { StatePanel } from '../list-states/state-panel';
import { findViewer } from '../find-viewer';
import { useText } from '../text';
import { useViewOptions } from '../view-options';
import { FileCard } from './file-card';
import { HostViewer } from './host-viewer';
import { ImageViewer } from './image-viewer';
import { PageViewer } from './page-viewer';
import { MarkdownText } from './markdown';
import { MediaViewer } from './media-viewer';
import { PictureViewer } from './picture-viewer';
import { PlainText } from './plain-text';
import { previewKindOf } from './preview-kind';
import { TableText } from './table-text';
import { TextViewer } from './text-viewer';
import type { ViewerProps } from './viewer-props';

/** One file, as well as it can be shown: in the full view, or wherever else there is a frame for it. */
export function PreviewStage(props: ViewerProps) {
  // Nothing of one file stays when another takes its place.
  return (
    <ErrorBoundary key={`${props.item.driveId} ${props.item.id}`} fallback={Crashed}>
      <Viewer {...props} />
    </ErrorBoundary>
  );
}

function Crashed() {
  const text = useText();
  return (
    <StatePanel
      alert
      picture={<FileTypeIcon type="generic" size={72} />}
      title={text('preview.unreadable.title')}
      advice={text('preview.unreadable.advice')}
    />
  );
}

function Viewer(props: ViewerProps) {
  const { viewers } = useViewOptions();
  const viewer = findViewer(props.item, viewers);
  if (viewer) return <HostViewer {...props} viewer={viewer} />;
  const shown = previewKindOf(props.item);
  switch (shown.kind) {
    case 'image':
      return <ImageViewer {...props} type={shown.type} />;
    case 'picture':
      return <PictureViewer {...props} isPage={shown.isPage} />;
    case 'page':
      return <PageViewer {...props} />;
    case 'text':
      return <TextViewer {...props} as={PlainText} />;
    case 'markdown':
      return <TextViewer {...props} as={MarkdownText} />;
    case 'table':
      return <TextViewer {...props} as={TableText} />;
    case 'media':
      return <MediaViewer {...props} element={shown.element} />;
    case 'none':
      return <FileCard item={props.item} />;
  }
}

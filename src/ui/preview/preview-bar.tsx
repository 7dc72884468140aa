import { Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import {
  AppFolderRegular,
  ArrowDownloadRegular,
  ArrowRotateClockwiseRegular,
  ChevronLeftRegular,
  ChevronRightRegular,
  DismissRegular,
  OpenRegular,
  PageFitRegular,
  ZoomInRegular,
  ZoomOutRegular,
} from '@fluentui/react-icons';
import type { JSX } from 'react';
import type { DriveItem, Neighbours } from '../../drive';
import { useControl, useStore } from '../control-context';
import { ItemName } from '../file-list/item-name';
import { open, openOnWeb } from '../file-list/open-item';
import { useText } from '../text';
import { useViewOptions } from '../view-options';

import { officeAppOf, openInApp } from './office-app';
import type { PreviewCommand } from './preview-key';
import { previewKindOf } from './preview-kind';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { display: 'flex', flexDirection: 'column', flex: '1 1 0', minWidth: '80px' },
  name: { fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase300 },
  place: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXXS,
    // A line of their own, so that Close stays beside the name.
    '@container (max-width: 560px)': { order: 1, flexBasis: '100%', justifyContent: 'center' },
  },
});

interface PreviewBarProps {
  readonly item: DriveItem;
  readonly near: Neighbours;
  readonly titleId: string;
  readonly onCommand: (command: PreviewCommand) => void;
}

/** What is shown, which of how many, and what can be done with it. */
export function PreviewBar(props: PreviewBarProps) {
  const { item, near, titleId, onCommand } = props;
  const styles = useStyles();
  const text = useText();
  const { folder } = useControl();
  const { status } = useStore(folder.state).listing;
  const isMore = status === 'partial' || status === 'loading';
  const places = { place: near.place, count: near.count };
  return (
    <div className={styles.bar} data-bar="">
      <div className={styles.title}>
        <span id={titleId} className={styles.name}>
          <ItemName name={item.name} />
        </span>
        {near.place > 0 && (
          <span className={styles.place}>
            {text(isMore ? 'preview.placeSoFar' : 'preview.place', places)}
          </span>
        )}
      </div>
      <div className={styles.tools}>
        <Tool
          label={text('preview.previous')}
          icon={<ChevronLeftRegular />}
          isTurned
          isDisabled={!near.previous}
          onClick={() => onCommand('previous')}
        />
        <Tool
          label={!near.next && isMore ? text('preview.more') : text('preview.next')}
          icon={<ChevronRightRegular />}
          isTurned
          isDisabled={!near.next}
          onClick={() => onCommand('next')}
        />
        <ImageTools {...props} />
        <FileTools item={item} />
      </div>
      <Tool label={text('preview.close')} icon={<DismissRegular />} onClick={() => onCommand('close')} />
    </div>
  );
}

function ImageTools({ item, onCommand }: PreviewBarProps) {
  const text = useText();
  const { kind } = previewKindOf(item);
  if (kind !== 'image' && kind !== 'picture') return null;
  return (
    <>
      <Tool label={text('preview.zoomOut')} icon={<ZoomOutRegular />} onClick={() => onCommand('zoom-out')} />
      <Tool label={text('preview.zoomIn')} icon={<ZoomInRegular />} onClick={() => onCommand('zoom-in')} />
      <Tool label={text('preview.fit')} icon={<PageFitRegular />} onClick={() => onCommand('fit')} />
      <Tool
        label={text('preview.turn')}
        icon={<ArrowRotateClockwiseRegular />}
        onClick={() => onCommand('turn')}
      />
    </>
  );
}

function FileTools({ item }: Pick<PreviewBarProps, 'item'>) {
  const text = useText();
  const { transfers, loadPreviews } = useControl();
  const options = useViewOptions();
  const { actions } = options;
  const app = officeAppOf(item);
  const openApp = async () => {
    if (!app) return;
    const place = await (await loadPreviews()).placeForPrograms(item, AbortSignal.timeout(10_000));
    if (place) openInApp(app, place, actions.has('upload'));
  };
  return (
    <>
      {actions.has('download') && (
        <Tool
          label={text('preview.download')}
          icon={<ArrowDownloadRegular />}
          onClick={() => void transfers.download([item])}
        />
      )}
      {item.webUrl && (
        <Tool
          label={text(app ? 'preview.openOffice' : 'preview.openWeb')}
          icon={<OpenRegular />}
          onClick={() => open(item, options, openOnWeb)}
        />
      )}
      {app && <Tool label={text(app.label)} icon={<AppFolderRegular />} onClick={() => void openApp()} />}
    </>
  );
}

const useToolStyles = makeStyles({
  turned: { ':dir(rtl)': { transform: 'scaleX(-1)' } },
});

interface ToolProps {
  readonly label: string;
  readonly icon: JSX.Element;
  /** It points where the reading goes. */
  readonly isTurned?: boolean;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

function Tool({ label, icon, isTurned = false, isDisabled = false, onClick }: ToolProps) {
  const styles = useToolStyles();
  return (
    <Tooltip content={label} relationship="label">
      <Button
        appearance="subtle"
        icon={{ className: isTurned ? styles.turned : undefined, children: icon }}
        // What has the focus keeps it at the end of the list.
        disabledFocusable={isDisabled}
        onClick={onClick}
      />
    </Tooltip>
  );
}

import { Button, makeStyles, Spinner, tokens, Tooltip } from '@fluentui/react-components';
import { ArrowDownloadRegular, HistoryRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Details, DriveItem, FileVersion } from '../../drive';
import { parseInstant, toOneDriveError } from '../../lib';
import { useControl } from '../control-context';
import { passHost } from '../host-door';
import { useText, type Text } from '../text';
import { useViewOptions } from '../view-options';
import { useViewState } from '../view-state';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  version: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '48px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottomStyle: 'none' },
  },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  second: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface VersionListProps {
  readonly item: DriveItem;
  readonly versions: readonly FileVersion[];
  readonly details: Details;
}

/** Newest first. The first is the file itself: it is downloaded as every other file. */
export function VersionList({ item, versions, details }: VersionListProps) {
  const text = useText();
  const styles = useStyles();
  const [current] = versions;
  if (versions.length < 2) return <div className={styles.second}>{text('details.versions.one')}</div>;
  return (
    <>
      <ul className={styles.list}>
        {versions.map((version) => (
          <li key={version.id} className={styles.version}>
            <div className={styles.words}>
              <bdi>{dateOf(version, text)}</bdi>
              <div className={styles.second}>
                {version === current && <div>{text('details.versions.current')}</div>}
                <bdi>{factsOf(version, text)}</bdi>
              </div>
            </div>
            {current && version !== current && (
              <VersionButtons item={item} version={version} current={current} details={details} />
            )}
          </li>
        ))}
      </ul>
      <div className={styles.second}>{text('details.versions.hint')}</div>
    </>
  );
}

interface VersionButtonsProps extends Omit<VersionListProps, 'versions'> {
  readonly version: FileVersion;
  readonly current: FileVersion;
}

function VersionButtons({ item, version, current, details }: VersionButtonsProps) {
  const text = useText();
  const { actions, host } = useViewOptions();
  const { operations } = useControl();
  const { dialog } = useViewState();
  const [isFetching, setFetching] = useState(false);
  const date = dateOf(version, text);
  const download = async () => {
    setFetching(true);
    try {
      await details.downloadVersion(item, version);
    } catch (cause) {
      dialog.set({ kind: 'failure', name: item.name, error: toOneDriveError(cause) });
    }
    setFetching(false);
  };
  const restore = () =>
    void operations.begin({
      kind: 'restore-version',
      item,
      versionId: version.id,
      replaced: current.id,
    });
  return (
    <>
      {actions.has('download') && (
        <Tooltip content={text('details.versions.download', { date })} relationship="label">
          <Button
            appearance="subtle"
            icon={isFetching ? <Spinner size="tiny" aria-hidden /> : <ArrowDownloadRegular />}
            disabledFocusable={isFetching}
            onClick={() => passHost(host, 'Download', { items: [item] }, () => void download())}
          />
        </Tooltip>
      )}
      {actions.has('restore-version') && (
        <Tooltip content={text('details.versions.restore', { date })} relationship="label">
          <Button appearance="subtle" icon={<HistoryRegular />} onClick={restore} />
        </Tooltip>
      )}
    </>
  );
}

function dateOf({ lastModifiedDateTime, id }: FileVersion, text: Text): string {
  const at = parseInstant(lastModifiedDateTime);
  return at === undefined ? id : text.date(at);
}

function factsOf({ lastModifiedBy, size }: FileVersion, text: Text): string {
  const facts = [lastModifiedBy, size === undefined ? undefined : text.size(size)];
  return facts.filter(Boolean).join(' · ');
}

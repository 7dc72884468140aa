import { useMemo, useState } from 'react';
import { findPickRefusal, type DriveItem, type Picking, type PickRefusal } from '../../drive';
import type { UploadSource } from '../../transfer';
import { limitOf } from '../picker/describe-choice';
import type { ReadDrop } from '../read-drop';

type FileSource = Extract<UploadSource, { readonly kind: 'file' }>;

/** A file of this device, as the item that it would be. */
interface DeviceFile {
  readonly source: FileSource;
  readonly item: DriveItem;
}

/** The same under the rules: why it can't be picked. */
export interface JudgedFile extends DeviceFile {
  readonly refusal: PickRefusal | undefined;
}

/** Files that the user has chosen or dropped, judged as the items of the drive are. */
export function useDeviceFiles(state: Picking) {
  const [files, setFiles] = useState<readonly DeviceFile[]>([]);
  const [unreadable, setUnreadable] = useState<readonly string[]>([]);
  const judged = useMemo(() => judge(files, state), [files, state]);
  const isSingle = state.rules.selection === 'single';
  return {
    judged,
    unreadable,
    forgetUnreadable: () => setUnreadable([]),
    /** Where one file is picked, the next takes its place. */
    add: (read: ReadDrop) => {
      setUnreadable(read.unreadable);
      const more = read.sources.flatMap((source) => (source.kind === 'file' ? toDeviceFile(source) : []));
      if (more.length === 0) return;
      setFiles((before) => (isSingle ? more : [...before, ...more.filter((file) => isNew(file, before))]));
    },
    remove: (file: DeviceFile) => setFiles((before) => before.filter(({ source }) => source !== file.source)),
  };
}

function toDeviceFile(source: FileSource): DeviceFile {
  const { name, size, type } = source.file;
  const item = {
    driveId: '',
    id: '',
    name,
    size,
    file: { mimeType: type || undefined },
    parentReference: {},
  };
  return { source, item };
}

/** People drop the same file twice. */
function isNew({ source: { file, path } }: DeviceFile, before: readonly DeviceFile[]): boolean {
  return !before.some(
    ({ source }) =>
      source.file.name === file.name &&
      source.file.size === file.size &&
      source.file.lastModified === file.lastModified &&
      source.path.join('/') === path.join('/'),
  );
}

function judge(files: readonly DeviceFile[], { rules, basket, awaited }: Picking): readonly JudgedFile[] {
  const max = limitOf(rules);
  // A single pick is replaced.
  const taken = rules.selection === 'single' ? 0 : basket.length + awaited.length;
  let room = max === 0 ? Number.POSITIVE_INFINITY : max - taken;
  return files.map((file) => {
    const refusal = findPickRefusal(rules, file.item);
    if (refusal) return { ...file, refusal };
    room -= 1;
    return { ...file, refusal: room < 0 ? { reason: 'count', maxCount: max } : undefined };
  });
}

import type { BegunAct, Resumption } from '../../auth';
import type { DriveAct, MomentaryAct, NamedItem } from '../../drive';
import type { FolderReference, TransferErrand, UnsavedFiles, UploadSource } from '../../transfer';

type UploadErrand = Extract<TransferErrand, { kind: 'upload' }>;

interface PendingUpload {
  readonly kind: 'upload';
  readonly target: FolderReference;
  readonly sources: readonly UploadSource[];
  readonly conflictBehavior: UploadErrand['conflictBehavior'];
}

interface PendingDownload {
  readonly kind: 'download';
  readonly items: readonly NamedItem[];
}

interface PendingCopy {
  readonly kind: 'copy';
  readonly items: readonly NamedItem[];
  readonly target: FolderReference;
  readonly conflictBehavior: Extract<TransferErrand, { kind: 'copy' }>['conflictBehavior'];
}

interface PendingSave {
  readonly kind: 'save';
  readonly files: UnsavedFiles;
}

type KeptAct = Exclude<DriveAct, MomentaryAct>;

/** With all that it takes to go on, and nothing that a structured clone does not keep. */
export type PendingAct = BegunAct & (KeptAct | PendingUpload | PendingDownload | PendingCopy | PendingSave);

/** What is not begun yet, or has failed. */
export function openActs(resumption: Resumption<PendingAct> | undefined): readonly PendingAct[] {
  switch (resumption?.status) {
    case 'offered':
      return resumption.acts;
    case 'running':
      return resumption.next;
    default:
      return [];
  }
}

/** The acts of commands and transfers that wait, files for one folder as one. */
export function collectActs(
  commands: Iterable<DriveAct>,
  transfers: readonly TransferErrand[],
): readonly PendingAct[] {
  const uploads = new Map<string, UploadErrand[]>();
  const others: PendingAct[] = [];
  for (const errand of transfers) {
    if (errand.kind === 'download') {
      const items = errand.items.map(nameOnly);
      others.push({ kind: 'download', items, names: items.map(({ name }) => name) });
    } else if (errand.kind === 'copy') {
      const { item, target, conflictBehavior } = errand;
      others.push({ kind: 'copy', items: [nameOnly(item)], target, conflictBehavior, names: [item.name] });
    } else {
      const key = JSON.stringify([errand.target.driveId, errand.target.id, errand.conflictBehavior]);
      uploads.set(key, [...(uploads.get(key) ?? []), errand]);
    }
  }
  return [
    ...[...commands].filter(isKept).map(fromCommand),
    ...[...uploads.values()].flatMap(joinUploads),
    ...others,
  ];
}

/** Ids of the uploads that go on where they stood. */
export function begunUploads(acts: readonly PendingAct[]): readonly string[] {
  return acts.flatMap((act) =>
    act.kind === 'upload'
      ? act.sources.flatMap((one) => (one.kind === 'file' ? (one.begunAs ?? []) : []))
      : [],
  );
}

/** What the page wants to have saved, begun or not. */
export function saveAct(files: UnsavedFiles): PendingAct {
  return { kind: 'save', files, names: files.files.map(({ name }) => name) };
}

function joinUploads(errands: readonly UploadErrand[]): PendingAct[] {
  const [first] = errands;
  if (!first) return [];
  const { target, conflictBehavior } = first;
  const sources = errands.map(({ source }) => source);
  const names = sources.map((source) => (source.kind === 'file' ? source.file.name : source.path.join('/')));
  return [{ kind: 'upload', target, conflictBehavior, sources, names }];
}

/** Each of them, or it does not compile. */
const MOMENTARY: Readonly<Record<MomentaryAct['kind'], true>> = {
  'restore-version': true,
  'delete-for-ever': true,
  'rename-all': true,
  'check-out': true,
};

function isKept(act: DriveAct): act is KeptAct {
  return !(act.kind in MOMENTARY);
}

/** Items have more than belongs into a store: addresses of pictures, for one. */
function fromCommand(act: KeptAct): PendingAct {
  switch (act.kind) {
    case 'create-folder': {
      const { driveId, id } = act.parent;
      return { kind: act.kind, parent: { driveId, id }, name: act.name, names: [act.name] };
    }
    case 'create-file': {
      const { kind, parent, name, content } = act;
      return { kind, parent: { driveId: parent.driveId, id: parent.id }, name, content, names: [name] };
    }
    case 'rename':
      return { kind: act.kind, item: nameOnly(act.item), name: act.name, names: [act.item.name, act.name] };
    case 'move': {
      const items = act.items.map(nameOnly);
      return { kind: act.kind, items, target: nameOnly(act.target), names: items.map(({ name }) => name) };
    }
    case 'delete': {
      const items = act.items.map(nameOnly);
      return { kind: act.kind, items, names: items.map(({ name }) => name) };
    }
  }
}

function nameOnly({ driveId, id, name }: NamedItem): NamedItem {
  return { driveId, id, name };
}

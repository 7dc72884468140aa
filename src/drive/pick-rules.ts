import type { DriveItem } from '../graph';
import { isAccepted, parseAccept } from './accept';
import { isFolder } from './sort';

/** What may be picked. */
export interface PickRules {
  readonly kind: 'files' | 'folders' | 'all';
  /** As in `<input type=file>`: `.pdf`, `image/*`, `application/pdf`; empty lets every file through. */
  readonly accept: readonly string[];
  readonly selection: 'none' | 'single' | 'multiple';
  /** Has a meaning where `selection` is `multiple`. */
  readonly maxCount: number | undefined;
  /** Bytes. */
  readonly maxSize: number | undefined;
  /** The host's own say: `false` refuses, a text refuses with that reason. */
  readonly filter: ((item: DriveItem) => boolean | string) | undefined;
}

/** Why an item can't be picked; the interface has the words. */
export type PickRefusal =
  | { readonly reason: 'not-a-file' | 'not-a-folder' }
  | { readonly reason: 'type'; readonly accept: readonly string[] }
  | { readonly reason: 'size'; readonly maxSize: number }
  | { readonly reason: 'host'; readonly text: string | undefined }
  /** The item itself would do, but as many as allowed are picked already. */
  | { readonly reason: 'count'; readonly maxCount: number };

/** The answers, so that a host's filter is asked once about an item, not once a render. */
const verdicts = new WeakMap<PickRules, Verdicts>();

interface Verdicts {
  readonly accept: readonly string[];
  readonly refusals: WeakMap<DriveItem, { readonly refusal: PickRefusal | undefined }>;
}

/**
 * Why the rules refuse an item, however many are picked; `undefined` where it can be picked. A folder among files is
 * refused as `not-a-file`, though it can be opened (`canBeOpened`).
 */
export function findPickRefusal(rules: PickRules, item: DriveItem): PickRefusal | undefined {
  let known = verdicts.get(rules);
  if (!known) {
    known = { accept: parseAccept(rules.accept), refusals: new WeakMap() };
    verdicts.set(rules, known);
  }
  let verdict = known.refusals.get(item);
  if (!verdict) {
    verdict = { refusal: judge(rules, known.accept, item) };
    known.refusals.set(item, verdict);
  }
  return verdict.refusal;
}

/** A folder, or a shortcut to one. A notebook is neither a folder nor a file, though the service may call it one. */
export function canBeOpened(item: DriveItem): boolean {
  return isFolder(item) && !item.package;
}

function judge(rules: PickRules, accept: readonly string[], item: DriveItem): PickRefusal | undefined {
  return (
    judgeKind(rules.kind, item) ??
    (canBeOpened(item) ? undefined : judgeContent(rules, accept, item)) ??
    askHost(rules.filter, item)
  );
}

function judgeKind(kind: PickRules['kind'], item: DriveItem): PickRefusal | undefined {
  if (item.elsewhere ?? item.isDeleted) return { reason: kind === 'folders' ? 'not-a-folder' : 'not-a-file' };
  if (kind === 'folders' && !canBeOpened(item)) return { reason: 'not-a-folder' };
  if (kind === 'files' && !isFile(item)) return { reason: 'not-a-file' };
  return undefined;
}

function isFile(item: DriveItem): boolean {
  return (item.file ?? item.remoteItem?.file) !== undefined && !item.package && !isFolder(item);
}

function judgeContent(
  { maxSize }: PickRules,
  accept: readonly string[],
  item: DriveItem,
): PickRefusal | undefined {
  const mimeType = (item.file ?? item.remoteItem?.file)?.mimeType;
  if (!isAccepted(accept, { name: item.name, mimeType })) return { reason: 'type', accept };
  if (maxSize !== undefined && (item.size ?? 0) > maxSize) return { reason: 'size', maxSize };
  return undefined;
}

function askHost(filter: PickRules['filter'], item: DriveItem): PickRefusal | undefined {
  try {
    const answer = filter?.(item) ?? true;
    if (answer === true) return undefined;
    return { reason: 'host', text: typeof answer === 'string' && answer !== '' ? answer : undefined };
  } catch {
    // The host's own fault: its filter has not said yes, and the list goes on.
    return { reason: 'host', text: undefined };
  }
}

/** Whether two objects say the same, so that a host may give new ones at every render. */
export function areSameRules(a: PickRules, b: PickRules): boolean {
  return (
    a === b ||
    (a.kind === b.kind &&
      a.selection === b.selection &&
      a.maxCount === b.maxCount &&
      a.maxSize === b.maxSize &&
      a.filter === b.filter &&
      a.accept.join() === b.accept.join())
  );
}

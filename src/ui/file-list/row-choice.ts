import {
  canBeOpened,
  findCountRefusal,
  findPickRefusal,
  folderCheckOf,
  isCounting,
  isSelected,
  picksFilesBelow,
  type DriveItem,
  type Picking,
  type PickRefusal,
  type Selection,
} from '../../drive';

/** What can be chosen: by the rules of picking, or while browsing as the host says. */
export interface Choosing {
  readonly picking: Picking | undefined;
  readonly selection: 'none' | 'single' | 'multiple';
}

/** How one row takes part in choosing. */
export interface RowChoice {
  /** Absent where the row can't be selected. */
  readonly selected?: boolean | undefined;
  /** Absent where the row has no check circle. */
  readonly check?: boolean | 'mixed' | undefined;
  /** Why the row is greyed. */
  readonly refusal?: PickRefusal | undefined;
  /** Why its circle can't be checked, though the row would do. */
  readonly limit?: PickRefusal | undefined;
}

const NO_CHOICE: RowChoice = {};

export function rowChoiceOf(
  item: DriveItem,
  { picking, selection: mode }: Choosing,
  selection: Selection,
): RowChoice {
  // A site or a team is there to be opened.
  if (item.elsewhere) return NO_CHOICE;
  const refusal = picking && findPickRefusal(picking.rules, item);
  if (picking && refusal && isWayOnly(item, refusal)) return wayChoiceOf(item, picking);
  if (refusal) return { refusal };
  if (mode === 'none') return NO_CHOICE;
  const selected = isSelected(selection, item.id);
  return { selected, check: selected, limit: selected || !picking ? undefined : findCountRefusal(picking) };
}

/** A folder where files are picked: not to be picked itself, but nothing to be greyed, either. */
function isWayOnly(item: DriveItem, { reason }: PickRefusal): boolean {
  return reason === 'not-a-file' && canBeOpened(item);
}

function wayChoiceOf(item: DriveItem, picking: Picking): RowChoice {
  if (!picksFilesBelow(picking)) return NO_CHOICE;
  const check = FOLDER_CHECKS[folderCheckOf(picking, item)];
  if (isCounting(picking, item)) return { check: 'mixed' };
  return { check, limit: check === false ? findCountRefusal(picking) : undefined };
}

const FOLDER_CHECKS = { none: false, some: 'mixed', all: true } as const;

/** What the check of the header shows: `true` where nothing more can be selected than is. */
export function headerCheckOf(
  rows: readonly DriveItem[],
  { picking }: Choosing,
  { selection, count }: { readonly selection: Selection; readonly count: number },
): boolean | 'mixed' {
  if (count === 0) return false;
  if (count === rows.length) return true;
  if (!picking) return 'mixed';
  const isOpen = (row: DriveItem) => !isSelected(selection, row.id) && !findPickRefusal(picking.rules, row);
  return rows.some(isOpen) ? 'mixed' : true;
}

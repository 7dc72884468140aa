import { preferences } from '../protocol/preferences';
import type { DriveCall } from '../world';
import { SHOW_SHORTCUTS } from './shortcut-preference';

const KNOWN = [
  'deltashowremovedasdeleted',
  'deltatraversepermissiongaps',
  'deltashowsharingchanges',
  'hierarchicalsharing',
  'deltashowremoteitemsaliasid',
  SHOW_SHORTCUTS,
];
const SHARING_CHANGES = 'deltashowsharingchanges';
/** Without these the service tells no changes of sharing. */
const NEEDED_FOR_SHARING_CHANGES = ['deltashowremovedasdeleted', 'deltatraversepermissiongaps'];

/** What a `Prefer` header asks of delta, as far as it is granted. */
export interface DeltaPreferences {
  /** Says which, as `Preference-Applied` does. */
  readonly headers: Readonly<Record<string, string>>;
  readonly showSharingChanges: boolean;
}

export function deltaPreferences({ drive, request }: DriveCall): DeltaPreferences {
  const asked = preferences(request);
  const plain = new Set(asked.map((each) => each.toLowerCase()));
  const showSharingChanges =
    drive.driveType !== 'personal' &&
    plain.has(SHARING_CHANGES) &&
    NEEDED_FOR_SHARING_CHANGES.every((each) => plain.has(each));
  const applied = asked.filter((each) => {
    const name = each.toLowerCase();
    return KNOWN.includes(name) && (name !== SHARING_CHANGES || showSharingChanges);
  });
  return {
    headers: applied.length === 0 ? {} : { 'Preference-Applied': applied.join(', ') },
    showSharingChanges,
  };
}

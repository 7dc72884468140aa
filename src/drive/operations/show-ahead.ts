import type { DriveItem } from '../../graph';
import type { FolderChange } from '../folder-browser';
import { isSameDrive } from '../item-key';
import type { Entry, Step } from './operation';

type Change = Required<Pick<FolderChange, 'changed' | 'removed'>>;

/** What the list shows before the service has said a word: each item as it is wanted. */
export function showAhead(steps: readonly Step[]): Change {
  return joined(steps.map(ahead));
}

/** What the list shows once it is known what became of them: what has failed is back as it was. */
export function showOutcomes(entries: readonly Entry[]): Change {
  return joined(entries.map(outcome));
}

const NOTHING: Change = { changed: [], removed: [] };

function ahead(step: Step): Change {
  const { item } = step;
  switch (step.kind) {
    case 'rename':
      return { changed: [{ ...item, name: step.name }], removed: [] };
    case 'delete':
    case 'delete-for-ever':
    // Out of the bin; where it comes back to, only the service knows.
    case 'restore':
      return { changed: [], removed: [item.id] };
    case 'move': {
      // Between drives it takes its time, and the original is the last thing to go.
      if (!isSameDrive(item, step.to)) return NOTHING;
      const parentReference = { driveId: step.to.driveId, id: step.to.id };
      return { changed: [{ ...item, name: step.name ?? item.name, parentReference }], removed: [] };
    }
    case 'check-out':
      return { changed: [{ ...item, publication: { level: 'checkout' } }], removed: [] };
    case 'check-in':
    case 'discard-check-out':
      return { changed: [{ ...item, publication: { level: 'published' } }], removed: [] };
    // What comes of it only the service knows.
    case 'restore-version':
      return NOTHING;
  }
}

function outcome({ step, result }: Entry): Change {
  const { item } = step;
  switch (result.status) {
    case 'done':
      return doneOf(step, result.item);
    case 'failed':
      if (result.now) return { changed: [result.now], removed: [] };
      // Gone: whoever shows it again shows what is not there. Of what is restored, it may be the folder it lay in.
      return result.error.code === 'not-found' && step.kind !== 'restore'
        ? { changed: [], removed: [item.id] }
        : backOf(step);
    case 'conflict':
    case 'left':
      return backOf(step);
    default:
      return NOTHING;
  }
}

function doneOf(step: Step, now: DriveItem | undefined): Change {
  const { item } = step;
  const isCopy = now !== undefined && now.id !== item.id;
  // A change is answered without what was not asked for; who has the file has it still.
  const publication = now?.publication ?? (isCopy ? undefined : item.publication);
  const changed = now ? [{ ...now, publication, thumbnails: now.thumbnails ?? item.thumbnails }] : [];
  const isGone = step.kind === 'delete' || step.kind === 'delete-for-ever' || isCopy;
  return { changed, removed: isGone ? [item.id] : [] };
}

/** What stays in the bin comes back with its next listing: elsewhere it would stand among what is there. */
function backOf(step: Step): Change {
  return step.kind === 'restore' ? NOTHING : { changed: [step.item], removed: [] };
}

function joined(changes: readonly Change[]): Change {
  return {
    changed: changes.flatMap(({ changed }) => changed),
    removed: changes.flatMap(({ removed }) => removed),
  };
}

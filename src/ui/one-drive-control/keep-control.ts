import type { GetAccessToken } from '../../auth';
import { isUnfinished } from '../../transfer';
import { endControl, type HeldControl } from './held-control';
import { numberOf } from './settings';
import { saysTheSame } from './use-steady';

/** What a control was made with. Whose tokens it uses is part of it: another function may be another person's. */
interface MadeWith {
  readonly settings: string;
  readonly getAccessToken: GetAccessToken | undefined;
}

/** Without a component, until their transfers have ended or somebody shows them again. */
const kept = new Set<{ readonly key: string; readonly held: HeldControl }>();

/** The one that was left behind, made with the same; it goes where the component starts, if that is elsewhere. */
export function takeKept(made: MadeWith, newest: HeldControl['newest']): HeldControl | undefined {
  const entry = [...kept].find(({ key }) => key === keyOf(made));
  if (!entry) return undefined;
  kept.delete(entry);
  const { held } = entry;
  held.left?.abort();
  held.left = undefined;
  const isElsewhere = !saysTheSame(held.newest.start, newest.start);
  Object.assign(held.newest, newest);
  if (isElsewhere) void held.control.folder.openPath(newest.start);
  return held;
}

/** Its component is gone: it goes on as long as something is to be transferred, and ends at once where nothing is. */
export function keepControl(made: MadeWith, held: HeldControl): void {
  const { tasks } = held.control.transfers;
  const isOver = () => !tasks.get().some(isUnfinished);
  if (isOver()) return endControl(held);
  const left = new AbortController();
  held.left = left;
  const entry = { key: keyOf(made), held };
  kept.add(entry);
  const endIfOver = () => {
    if (!isOver() || !kept.delete(entry)) return;
    left.abort();
    endControl(held);
  };
  // Not before whoever waits for the last of them has heard of its end.
  left.signal.addEventListener(
    'abort',
    tasks.subscribe(() => queueMicrotask(endIfOver)),
  );
}

function keyOf({ settings, getAccessToken }: MadeWith): string {
  return typeof getAccessToken === 'function' ? `${settings} ${numberOf(getAccessToken)}` : settings;
}

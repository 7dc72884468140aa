import { itemKey } from '../../drive';
import type { BeforeDetails, BeforeKind } from '../../host';
import type { HostDoor } from '../host-door';
import { askHost } from './ask-host';
import { isSamePlace, placeOf, type AskedPlace } from './place-of';
import { settle } from './settle';

/** What hosts are thinking about. */
const pending = new WeakMap<HostDoor, readonly AskedPlace[]>();

/** Does what changes nothing in the drive, unless the host says otherwise; straight away where it says nothing. */
export function pass<K extends BeforeKind>(
  door: HostDoor,
  kind: K,
  detail: BeforeDetails[K],
  run: () => void,
): void {
  const runAndTell = () => {
    run();
    if ('item' in detail) door.tell(door.listeners.current.onOpen, detail);
  };
  const asked = placeOnce(door, kind, detail);
  const before = pending.get(door) ?? [];
  // Whoever presses again while the host thinks wants it once.
  if (asked && before.some((one) => isSamePlace(one, asked))) return;
  const answer = askHost(door, kind, detail);
  if (!answer) return runAndTell();
  if (asked) pending.set(door, [...before, asked]);
  settle(door, { kind, detail, answer, run: runAndTell })
    .catch((cause: unknown) => reportError(cause))
    .finally(() =>
      pending.set(
        door,
        (pending.get(door) ?? []).filter((one) => one !== asked),
      ),
    );
}

/** @returns undefined for what may be wanted again while the host is still asked */
function placeOnce<K extends BeforeKind>(
  door: HostDoor,
  kind: K,
  detail: BeforeDetails[K],
): AskedPlace | undefined {
  const what = 'item' in detail ? itemKey(detail.item) : kind;
  return kind === 'Open' || kind === 'Pick' ? [what, ...placeOf(door, kind)] : undefined;
}

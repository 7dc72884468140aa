import type { BeforeKind } from '../../host';
import { accountIdOf } from '../account-id';
import type { HostDoor } from '../host-door';

/** Where a user was when they wanted something. */
export type AskedPlace = readonly unknown[];

/**
 * Nothing is done for another account, opened in another folder, or picked for another purpose than what the user had
 * before them when they wanted it.
 */
export function placeOf({ control }: HostDoor, kind: BeforeKind): AskedPlace {
  const picking = control.picker.state.get();
  return [
    accountIdOf(control.connection.get()),
    kind === 'Open' && control.folder.state.get().path.at(-1)?.id,
    kind === 'Pick' && picking.status === 'picking' && picking.rules,
  ];
}

export function isSamePlace(before: AskedPlace, now: AskedPlace): boolean {
  return before.every((one, index) => one === now[index]);
}

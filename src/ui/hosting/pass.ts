import type { BeforeDetails, BeforeKind } from '../../host';
import type { HostDoor } from '../host-door';
import { askHost } from './ask-host';
import { settle } from './settle';

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
  const answer = askHost(door, kind, detail);
  if (answer) settle(door, { kind, detail, answer, run: runAndTell }).catch(reportError);
  else runAndTell();
}

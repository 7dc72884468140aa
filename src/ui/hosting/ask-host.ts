import type { BeforeDetails, BeforeKind } from '../../host';
import type { HostDoor } from '../host-door';
import { collectPromises } from './collect-promises';

/** What a host has said to something that a user wants. */
export interface HostAnswer {
  /** It does that itself. */
  readonly isHandled: boolean;
  readonly promises: readonly PromiseLike<unknown>[];
}

/** Asks the host, who answers at once or not at all. @returns undefined where it has nothing to say */
export function askHost<K extends BeforeKind>(
  { listeners: { current }, tell }: HostDoor,
  kind: K,
  detail: BeforeDetails[K],
): HostAnswer | undefined {
  const { promises, respondWith, close } = collectPromises();
  let isHandled = false;
  const preventDefault = () => {
    isHandled = true;
  };
  const { emitter } = current;
  if (emitter) {
    const type = `od-before-${kind.toLowerCase()}`;
    const told = { ...detail, respondWith };
    const event = new CustomEvent(type, { bubbles: true, composed: true, cancelable: true, detail: told });
    isHandled = !emitter.dispatchEvent(event);
  }
  const name: string = `onBefore${kind}`;
  const listener: ((event: object) => void) | undefined = Reflect.get(current, name);
  tell(listener, { ...detail, preventDefault, respondWith });
  close();
  return isHandled || promises.length > 0 ? { isHandled, promises } : undefined;
}

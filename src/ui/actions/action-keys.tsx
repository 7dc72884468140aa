import { useImperativeHandle, type KeyboardEvent, type RefObject } from 'react';
import { runKey } from './run-key';
import { useActionParts } from './use-action-parts';

export interface ActionKeysProps {
  /** Where the root of the control finds what its keys do. */
  readonly handler: RefObject<((event: KeyboardEvent<HTMLElement>) => void) | undefined>;
}

/** The keys of all actions. */
export function ActionKeys({ handler }: ActionKeysProps) {
  const parts = useActionParts();
  useImperativeHandle(handler, () => (event) => runKey(event, parts), [parts]);
  return null;
}

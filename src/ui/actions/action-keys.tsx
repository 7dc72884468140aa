import { useImperativeHandle, type KeyboardEvent, type RefObject } from 'react';
import { UploadInputs } from '../command-bar/upload-inputs';
import { hosting } from '../later';
import { isAllowed, refusalOf } from './offer-actions';
import { actionsOf } from './registry';
import { runKey } from './run-key';
import { createSituation } from './situation';
import { useActionParts } from './use-action-parts';

export interface ActionKeysProps {
  /** Where the root of the control finds what its keys do. */
  readonly handler: RefObject<((event: KeyboardEvent<HTMLElement>) => void) | undefined>;
}

/** How actions are found and done, for those whose code is in another file. */
const TOOLS = { actionsOf, createSituation, isAllowed, refusalOf, UploadInputs };
export type ActionTools = typeof TOOLS;

/** The keys of all actions, and what the page around has to do with these. */
export function ActionKeys({ handler }: ActionKeysProps) {
  const parts = useActionParts();
  useImperativeHandle(handler, () => (event) => runKey(event, parts), [parts]);
  const { host } = parts.options;
  const HostParts = hosting.code?.HostParts;
  return host && HostParts ? <HostParts host={host} parts={parts} tools={TOOLS} /> : null;
}

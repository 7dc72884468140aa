import type { ControlProps } from '../host';

/** What no attribute can say. */
const OWN_PROPERTIES = [
  'getAccessToken',
  'publicClientApplication',
  'itemFilter',
  'files',
  'strings',
  'viewers',
  'actions',
  'graph',
] as const satisfies readonly (keyof ControlProps)[];

export type OwnProperty = (typeof OWN_PROPERTIES)[number];
export type PropertyProps = Pick<ControlProps, OwnProperty>;

/** Properties that an attribute does not have; `null` is `undefined`. */
export function defineOwnProperties<E extends Element>(
  prototype: E,
  read: (element: E) => PropertyProps,
  write: (element: E, change: PropertyProps) => void,
): void {
  for (const name of OWN_PROPERTIES) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: E) {
        return read(this)[name];
      },
      set(this: E, value: unknown) {
        write(this, { [name]: value ?? undefined });
      },
    });
  }
}

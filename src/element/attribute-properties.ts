import {
  BOOLEAN_ATTRIBUTES,
  NUMBER_ATTRIBUTES,
  propertyOf,
  readNumber,
  TEXT_ATTRIBUTES,
  type AttributeName,
} from './attributes';

/** Properties that read and write their attribute; `null` and `undefined` take it away. */
export function defineAttributeProperties(prototype: Element): void {
  const define = (
    names: readonly AttributeName[],
    read: (text: string | null) => unknown,
    write: (value: unknown) => string | undefined,
  ) => {
    for (const name of names) {
      Object.defineProperty(prototype, propertyOf(name), {
        configurable: true,
        enumerable: true,
        get(this: Element) {
          return read(this.getAttribute(name));
        },
        set(this: Element, value: unknown) {
          const text = value === null || value === undefined ? undefined : write(value);
          if (text === undefined) this.removeAttribute(name);
          else this.setAttribute(name, text);
        },
      });
    }
  };
  define(
    TEXT_ATTRIBUTES,
    (text) => text ?? '',
    // A folder may be told by reference.
    (value) => (typeof value === 'object' ? JSON.stringify : String)(value),
  );
  define(NUMBER_ATTRIBUTES, readNumber, String);
  define(
    BOOLEAN_ATTRIBUTES,
    (text) => text !== null,
    (value) => (value ? '' : undefined),
  );
}

/**
 * What was set before the script had come hides the properties of the class: it is set again.
 *
 * @param set tries it; a value that is refused must not keep the others from being set
 */
export function keepEarlyProperties(element: Element, set: (run: () => void) => void): void {
  for (const name of Object.keys(element)) {
    if (!(name in Object.getPrototypeOf(element))) continue;
    const value: unknown = Reflect.get(element, name);
    Reflect.deleteProperty(element, name);
    set(() => void Reflect.set(element, name, value));
  }
}

import { ATTRIBUTES, propertyOf } from './attributes';

/** `dir` has its property already: every element has. */
const OWN = ATTRIBUTES.filter((name) => name !== 'dir');

/** Properties that read and write their attribute; `null` and `undefined` take it away. */
export function defineAttributeProperties(prototype: Element): void {
  for (const name of OWN) {
    Object.defineProperty(prototype, propertyOf(name), {
      configurable: true,
      enumerable: true,
      get(this: Element) {
        return this.getAttribute(name) ?? '';
      },
      set(this: Element, value: string | null | undefined) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, value);
      },
    });
  }
}

/** What was set before the script had come hides the properties of the class: it is set again. */
export function keepEarlyProperties(element: Element): void {
  for (const name of OWN.map(propertyOf)) {
    if (!Object.hasOwn(element, name)) continue;
    const value: unknown = Reflect.get(element, name);
    Reflect.deleteProperty(element, name);
    Reflect.set(element, name, value);
  }
}

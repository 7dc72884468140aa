/**
 * `target` with some properties answered differently. What is named in `own` (values or getters) is read and
 * written here and never reaches the target; everything else is the target's, methods bound to it.
 */
export function createFacade<T extends object>(target: T, own: Record<PropertyKey, unknown>): T {
  const bound = new Map<PropertyKey, unknown>();
  return new Proxy(target, {
    get(_target, key) {
      if (key in own) return own[key];
      const value: unknown = Reflect.get(target, key, target);
      if (!isMethod(value)) return value;
      if (!bound.has(key)) bound.set(key, value.bind(target));
      return bound.get(key);
    },
    set(_target, key, value: unknown) {
      if (key in own) own[key] = value;
      else Reflect.set(target, key, value, target);
      return true;
    },
    deleteProperty(_target, key) {
      if (key in own) own[key] = undefined;
      else Reflect.deleteProperty(target, key);
      return true;
    },
  });
}

// Classes (they have a prototype) stay as they are: `instanceof view.HTMLElement` must keep its meaning.
function isMethod(value: unknown): value is (...parameters: never[]) => unknown {
  return typeof value === 'function' && !('prototype' in value && value.prototype);
}

/**
 * keyborg tells Fluent UI whether the keyboard or the mouse is in use. A page has one, for every Fluent UI in it, and
 * each of them signs its users by numbers that begin at one: ours would take the places of the page's own, and with
 * the last of ours the keyboard of the page's would be gone. So our users get names of their own.
 */
interface Keyborg {
  readonly core: unknown;
  readonly refs: Record<string, unknown>;
}

/** The number of one of our users → its name in the page's list. */
const names = new Map<string, string>();

/** What the realm's window answers for `__keyborg`; it is read and written as the page's own is. */
export function createKeyborgAccess(page: Window): {
  /** Whether it is being made: it has begun to follow the focus, and is not known to the page yet. */
  isBeginning(): boolean;
  read(): Keyborg | undefined;
  write(value: unknown): void;
} {
  return {
    isBeginning: () =>
      Reflect.get(page, '__keyborgData') !== undefined && !isKeyborg(Reflect.get(page, '__keyborg')),
    read: () => {
      const shared: unknown = Reflect.get(page, '__keyborg');
      return isKeyborg(shared) ? { core: shared.core, refs: createView(shared.refs) } : undefined;
    },
    write: (value) => {
      if (!isKeyborg(value)) return void Reflect.deleteProperty(page, '__keyborg');
      const refs = {};
      Reflect.set(page, '__keyborg', { core: value.core, refs });
      Object.assign(createView(refs), value.refs);
    },
  };
}

/** The page's list; ours under their numbers, all others with a mark before theirs. */
function createView(refs: Record<string, unknown>): Record<string, unknown> {
  const nameOf = (key: PropertyKey) => {
    const id = String(key);
    return id.startsWith(FOREIGN) ? id.slice(FOREIGN.length) : names.get(id);
  };
  return new Proxy<Record<string, unknown>>(
    {},
    {
      get: (_target, key) => refs[nameOf(key) ?? ''],
      set: (_target, key, value: unknown) => {
        refs[nameOf(key) ?? claim(String(key), refs)] = value;
        return true;
      },
      deleteProperty: (_target, key) => {
        Reflect.deleteProperty(refs, nameOf(key) ?? '');
        names.delete(String(key));
        return true;
      },
      ownKeys: () => {
        const ours = new Map([...names].map(([id, name]) => [name, id]));
        return Object.keys(refs).map((name) => ours.get(name) ?? FOREIGN + name);
      },
      getOwnPropertyDescriptor: (_target, key) => ({
        value: refs[nameOf(key) ?? ''],
        enumerable: true,
        configurable: true,
      }),
    },
  );
}

const FOREIGN = 'page ';

/** Another copy of this script may be on the page: the name is one that nobody has. */
function claim(id: string, refs: Record<string, unknown>): string {
  let name = `onedrive-control ${id}`;
  while (name in refs) name += '+';
  names.set(id, name);
  return name;
}

function isKeyborg(value: unknown): value is Keyborg {
  return typeof value === 'object' && value !== null && 'core' in value && 'refs' in value;
}

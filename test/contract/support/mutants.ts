/** A wrong version of an answer. */
export interface Mutant {
  /** What was done: `without`, `with null for`. */
  readonly change: string;
  /** Where, without the numbers of list entries: `/value//name`. */
  readonly pointer: string;
  readonly json: unknown;
}

type Path = readonly (string | number)[];

const OF_OTHER_TYPES: readonly unknown[] = [null, true, 1.5, 'text', [], {}];

/** Values that have the right type and the wrong shape, by the name of the property. */
const MISSHAPEN: readonly (readonly [RegExp, readonly string[]])[] = [
  [/DateTime$/, ['2026-11-02T10:00:00', '2026-11-02T10:00:00+01:00', '2026-13-02T10:00:00Z', '']],
  [/^(created|lastModified|shared|taken)DateTime$/, ['2026-11-02T10:00:00.123Z']],
  [/^date$/, ['2026-11-02T10:00:00Z', '']],
  [/(^url|Url|Link|@odata\.context|Location)$/, ['/relative', 'no address', '']],
  [/^(eTag|@odata\.etag)$/, ['{A3B00734-0B69-48F3-AC4D-88B3A29A4D59},1', '"1"', '']],
  [/^cTag$/, ['"{A3B00734-0B69-48F3-AC4D-88B3A29A4D59},1"', '']],
  [/^(driveId|resourceId)$/, ['text', '']],
  [/^(driveType|status|state|scope|level)$/, ['text', '']],
  [/^(name|code|request-id)$/, ['']],
  [/^path$/, ['/a/b', '/drive/root:/a b']],
  [/Hash$/, ['text', '']],
  [/^mimeType$/, ['text', '']],
];

/** Every answer that differs from a right one in one thing that must not be. */
export function* mutantsOf(answer: unknown): Generator<Mutant> {
  for (const path of pathsOf(answer, [])) {
    const value = valueAt(answer, path);
    const name = path.at(-1);
    if (typeof name === 'string') yield mutant(answer, path, 'without', undefined);
    for (const other of OF_OTHER_TYPES) {
      if (typeOf(other) !== typeOf(value)) {
        yield mutant(answer, path, `with ${JSON.stringify(other)} for`, other);
      }
    }
    if (isObject(value)) {
      yield mutant(answer, [...path, 'unknownProperty'], 'with', 1);
      yield mutant(answer, [...path, '@odata.unknown'], 'with', 'text');
    }
    if (typeof value !== 'string') continue;
    for (const [names, wrongs] of MISSHAPEN) {
      if (!names.test(String(name))) continue;
      for (const wrong of wrongs) yield mutant(answer, path, `with ${JSON.stringify(wrong)} for`, wrong);
    }
  }
}

function mutant(answer: unknown, path: Path, change: string, value: unknown): Mutant {
  const pointer = path.map((name) => `/${typeof name === 'number' ? '' : name}`).join('');
  return { change, pointer, json: replaced(answer, path, value) };
}

function* pathsOf(value: unknown, path: Path): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  const entries = Array.isArray(value)
    ? value.map((each, index) => [index, each] as const)
    : Object.entries(value);
  for (const [name, each] of entries) yield* pathsOf(each, [...path, name]);
}

function valueAt(answer: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, name) => (value as Record<string | number, unknown>)[name], answer);
}

/** A copy with another value at a place; undefined leaves the property out. */
function replaced(answer: unknown, [name, ...rest]: Path, value: unknown): unknown {
  if (name === undefined) return value;
  const copy = (Array.isArray(answer) ? [...answer] : { ...(answer as object) }) as Record<
    string | number,
    unknown
  >;
  copy[name] = replaced(copy[name], rest, value);
  if (copy[name] === undefined) delete copy[name];
  return copy;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isObject(value: unknown): boolean {
  return typeOf(value) === 'object';
}

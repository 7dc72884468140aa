/** A text of a page that others can read, and where it stands. */
export interface ExposedText {
  readonly place: string;
  readonly text: string;
}

/**
 * Everything of a document that is not MSAL's: markup with shadow roots, storage, databases, what the page heard.
 * Runs in the page, so it is one function.
 */
export async function collectExposedTexts(): Promise<ExposedText[]> {
  const found: ExposedText[] = [];
  const add = (place: string, text: string | null) => found.push({ place, text: text ?? '' });

  const walk = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        // A thumbnail's address is its picture's, by design (security.md 10).
        if (element.localName !== 'img' || name !== 'src') add(`<${element.localName} ${name}>`, value);
      }
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
        add(`value of <${element.localName}>`, element.value);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
    add('text', root instanceof Document ? root.documentElement.textContent : root.textContent);
  };

  const seen = new Set<unknown>();
  const flatten = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return String(value);
    if (seen.has(value)) return '';
    seen.add(value);
    return Object.getOwnPropertyNames(value)
      .map((key) => flatten(Reflect.get(value, key)))
      .join(' ');
  };

  const readRequest = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error(String(request.error))));
    });
  const readDatabase = async (name: string) => {
    const database = await readRequest(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const values = await readRequest(database.transaction(store).objectStore(store).getAll());
      add(`database ${name}/${store}`, flatten(values));
    }
    database.close();
  };
  const readStorage = (place: string, storage: () => Storage) => {
    try {
      for (const [key, value] of Object.entries(storage())) {
        // The library's own keys are where tokens belong.
        if (!key.startsWith('msal.')) add(`${place} ${key}`, `${key} ${String(value)}`);
      }
    } catch {
      // A browser that refuses storage keeps nothing in it.
    }
  };

  walk(document);
  add('address', location.href);
  add('referrer', document.referrer);
  add('window.name', window.name);
  add('history.state', flatten(history.state));
  add('events of the host', flatten(Reflect.get(globalThis, 'heard')));
  readStorage('sessionStorage', () => sessionStorage);
  readStorage('localStorage', () => localStorage);
  add('cookies', document.cookie);
  const databases = await indexedDB.databases().catch(() => []);
  for (const { name = '' } of databases) await readDatabase(name);
  return found;
}

import type { Page } from '@playwright/test';

/** What of a page a guest could have changed. */
export interface HostFacts {
  readonly markup: string;
  readonly sheets: readonly number[];
  readonly place: readonly unknown[];
  readonly styles: readonly unknown[];
  /** Properties of the platform's own objects that are not those they were. */
  readonly patches: readonly string[];
  readonly listeners: readonly string[];
}

/** To be called before the guest's script is loaded. */
export async function rememberPlatform(page: Page): Promise<void> {
  await page.evaluate(() => {
    const platform = new Map<object, readonly [string, PropertyDescriptorMap]>();
    const remember = (value: unknown, name: string) => {
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return;
      if (platform.has(value)) return;
      platform.set(value, [name, Object.getOwnPropertyDescriptors(value)]);
    };
    for (const name of Object.getOwnPropertyNames(globalThis)) {
      if (name === 'globalThis' || name === 'heard') continue;
      const value: unknown = Object.getOwnPropertyDescriptor(globalThis, name)?.value ?? undefined;
      remember(value, name);
      if (typeof value === 'function') remember(value.prototype, `${name}.prototype`);
    }
    for (const name of ['document', 'navigator', 'history', 'customElements', 'screen', 'performance'])
      remember(Reflect.get(globalThis, name), name);
    Reflect.set(globalThis, 'platform', platform);
    platform.set(globalThis, ['window', Object.getOwnPropertyDescriptors(globalThis)]);
  });
}

export async function readHostFacts(page: Page): Promise<HostFacts> {
  const facts = await page.evaluate(() => {
    const platform: Map<object, readonly [string, PropertyDescriptorMap]> = Reflect.get(
      globalThis,
      'platform',
    );
    const patches = [...platform].flatMap(([object, [name, before]]) => {
      const after = Object.getOwnPropertyDescriptors(object);
      return [...new Set([...Reflect.ownKeys(before), ...Reflect.ownKeys(after)])]
        .filter((key) => {
          const [was, is] = [Reflect.get(before, key), Reflect.get(after, key)];
          return !Object.is(was?.value, is?.value) || was?.get !== is?.get || was?.set !== is?.set;
        })
        .map((key) => `${name}.${String(key).replace(/(?<=^_reactListening).*/, '…')}`);
    });
    const hostElements = [...document.querySelectorAll('*:not(onedrive-control, [rel="preconnect"])')];
    const stylesOf = (element: Element) => {
      const style = getComputedStyle(element);
      const names = [...style].filter((name) => !name.startsWith('--'));
      return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
    };
    return {
      markup: document.documentElement.outerHTML
        .replace(/<onedrive-control.*<\/onedrive-control>/s, '')
        // MSAL takes it away again ten seconds after a sign-in.
        .replace(/<link rel="preconnect"[^>]*>/, ''),
      sheets: [
        document.adoptedStyleSheets.length,
        document.styleSheets.length,
        ...document.adoptedStyleSheets.map(({ cssRules }) => cssRules.length),
      ],
      place: [location.href, history.length, document.title, Object.keys(localStorage), scrollX, scrollY],
      styles: hostElements.map((element) => [element.localName, stylesOf(element)]),
      patches,
    };
  });
  return { ...facts, patches: facts.patches.sort(), listeners: await readListeners(page) };
}

const PLACES = ['window', 'document', 'document.documentElement', 'document.head', 'document.body'];

/** As the developer tools list them: nothing of the page is wrapped for it. Those of the test tools do not count. */
async function readListeners(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const scripts = new Map<string, string>();
  session.on('Debugger.scriptParsed', ({ scriptId, url }) => scripts.set(scriptId, url));
  await session.send('Debugger.enable');
  const lists = PLACES.map(async (expression) => {
    const { result } = await session.send('Runtime.evaluate', { expression });
    if (!result.objectId) throw new Error(`${expression} is no object.`);
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
    return listeners
      .filter(({ scriptId }) => scripts.get(scriptId)?.startsWith(new URL(page.url()).origin))
      .map(({ type, useCapture }) => `${expression} ${type}${useCapture ? ' (capture)' : ''}`);
  });
  const found = (await Promise.all(lists)).flat().sort();
  await session.detach();
  return found;
}

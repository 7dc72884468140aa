/**
 * As much of a browser as the sign-in pages need: cookies, forms with their buttons, and redirects
 * that stop where another origin begins.
 */
export interface TestPage {
  readonly status: number;
  readonly url: URL;
  readonly headers: Headers;
  readonly text: string;
  /** The foreign address the browser would go to next, if the last answer left the origin. */
  readonly leftFor: URL | undefined;
}

export interface TestBrowser {
  open(url: string | URL): Promise<TestPage>;
  /** Presses the button with this accessible name, filling in the fields of its form. */
  press(page: TestPage, button: string, fields?: Readonly<Record<string, string>>): Promise<TestPage>;
  readonly cookies: ReadonlyMap<string, string>;
}

export function createTestBrowser(origin: string): TestBrowser {
  const cookies = new Map<string, string>();

  const go = async (url: URL, init: RequestInit): Promise<TestPage> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=', 2);
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get('location');
    const text = await response.text();
    if (location === null) {
      return { status: response.status, url, headers: response.headers, text, leftFor: undefined };
    }
    const target = new URL(location, url);
    if (target.origin === new URL(origin).origin) return go(target, {});
    return { status: response.status, url, headers: response.headers, text, leftFor: target };
  };

  return {
    cookies,
    open: (url) => go(new URL(url, origin), {}),
    press: (page, button, fields = {}) => {
      const form = formsOf(page.text).find((candidate) => candidate.button === button);
      if (form === undefined) throw new Error(`No button “${button}” on:\n${page.text}`);
      const body = new URLSearchParams({ ...form.values, ...fields });
      return go(new URL(form.action, page.url), { method: 'POST', body });
    },
  };
}

export function buttonNames(page: TestPage): string[] {
  return formsOf(page.text).map((form) => form.button);
}

export function alertOf(page: TestPage): string | undefined {
  const text = /role="alert"[^>]*>([^<]*)</.exec(page.text)?.[1];
  return text === undefined ? undefined : decode(text.trim());
}

export function headingOf(page: TestPage): string {
  return decode((/<h1[^>]*>([^<]*)</.exec(page.text)?.[1] ?? '').trim());
}

interface FoundForm {
  readonly action: string;
  readonly button: string;
  readonly values: Readonly<Record<string, string>>;
}

function formsOf(text: string): FoundForm[] {
  return [...text.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, head = '', content = '']) => {
    const values: Record<string, string> = {};
    for (const [, input = ''] of content.matchAll(/<input\b([^>]*)>/g)) {
      const name = attribute(input, 'name');
      if (name !== undefined && attribute(input, 'type') !== 'checkbox') {
        values[name] = attribute(input, 'value') ?? '';
      }
    }
    const [, buttonHead = '', label = ''] =
      /<button\b(?![^>]*\sform=)([^>]*)>(.*?)<\/button>/s.exec(content) ?? [];
    const name = attribute(buttonHead, 'name');
    if (name !== undefined) values[name] = attribute(buttonHead, 'value') ?? '';
    return { action: attribute(head, 'action') ?? '', button: accessibleName(label), values };
  });
}

function accessibleName(markup: string): string {
  const visible = markup.replaceAll(/<span\b[^>]*aria-hidden="true"[^>]*>.*?<\/span\s*>/gs, '');
  return decode(
    visible
      .replaceAll(/<[^>]*>/gs, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
}

function attribute(markup: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(markup)?.[1];
  return value === undefined ? undefined : decode(value);
}

function decode(text: string): string {
  return text
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

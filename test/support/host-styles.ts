import type { Locator } from '@playwright/test';

/** Every computed property of every element (and its `::before` and `::after`) inside the control, in tree order. */
export interface StyleShot {
  readonly properties: readonly string[];
  /** The values of the first element. */
  readonly first: readonly string[];
  readonly elements: readonly StyledElement[];
}

interface StyledElement {
  /** Tag, and what a reader of a failure needs to find it. */
  readonly name: string;
  /** By the number of the property, where they are not those of the first element: most are, and all go over a wire. */
  readonly values: Readonly<Record<number, string>>;
}

/** Takes the styles when nothing moves any more; the pointer is taken away first. */
export async function shootStyles(control: Locator, inside = '.body'): Promise<StyleShot> {
  await control.page().mouse.move(1279, 799);
  return control.evaluate(async (host, selector) => {
    const root = host.shadowRoot;
    if (!root) throw new Error('The control has no shadow root.');
    const finite = (animation: Animation) =>
      Number.isFinite(animation.effect?.getComputedTiming().endTime ?? Infinity);
    const settle = () =>
      root
        .getAnimations()
        .filter(finite)
        .map((animation) => animation.finished);
    await Promise.allSettled(settle());
    await Promise.all(
      [...root.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined)),
    );
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.allSettled(settle());

    // Of custom properties counts what is made of them.
    const properties = [...getComputedStyle(host)].filter((property) => !property.startsWith('--'));
    const elements: { name: string; values: Record<number, string> }[] = [];
    let first: readonly string[] | undefined;
    const add = (element: Element, pseudo: string) => {
      const style = getComputedStyle(element, pseudo);
      if (pseudo && ['none', 'normal'].includes(style.content)) return;
      const words = [element.getAttribute('role'), element.getAttribute('aria-label')].filter(Boolean);
      const text = element.childElementCount === 0 ? element.textContent?.slice(0, 20) : '';
      // Of a page that declares no scheme, `normal` is light.
      const all = properties.map((property) => {
        const value = style.getPropertyValue(property);
        return property === 'color-scheme' && value === 'normal' ? 'light' : value;
      });
      first ??= all;
      const values: Record<number, string> = {};
      for (const [index, value] of all.entries()) if (value !== first[index]) values[index] = value;
      elements.push({
        name: [element.localName + pseudo, ...words, text].filter(Boolean).join(' '),
        values,
      });
    };
    for (const place of root.querySelectorAll(selector)) {
      // <i> are the marks of Tabster: without a size, placed by the page around.
      for (const element of [place, ...place.querySelectorAll('*:not(i)')]) {
        for (const pseudo of ['', '::before', '::after']) add(element, pseudo);
      }
    }
    return { properties, first: first ?? [], elements };
  }, inside);
}

/** One line for each element and property that look different; empty where all is the same. */
export function compareStyles(expected: StyleShot, actual: StyleShot): string[] {
  const names = ({ elements }: StyleShot) => elements.map(({ name }) => name);
  const missing = names(expected).filter((name) => !names(actual).includes(name));
  const added = names(actual).filter((name) => !names(expected).includes(name));
  if (missing.length + added.length > 0 || expected.elements.length !== actual.elements.length) {
    return [`not the same elements: without ${missing.join(', ')}; with ${added.join(', ')}`];
  }
  return expected.elements.flatMap(({ name, values }, index) =>
    expected.properties.flatMap((property, number) => {
      const value = values[number] ?? expected.first[number];
      const other = actual.elements[index]?.values[number] ?? actual.first[number];
      return other === value ? [] : [`${name}: ${property} ${value} → ${other}`];
    }),
  );
}

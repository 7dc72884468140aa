/** What the functions below leave in the page. They run there, so each is complete in itself. */
interface Probe {
  /** Milliseconds from the start of the navigation until rows were painted. */
  firstRows?: number;
  /** Addresses of what had come when the element made its shadow root, which is when it draws the skeleton. */
  beforeSkeleton?: readonly string[];
  /** What somebody did could be seen, and the page has come to rest. */
  acted?: boolean;
}

/** What tells that an act has been done. */
export type Wanted =
  | { readonly kind: 'selected' | 'unselected'; readonly mark: string }
  | { readonly kind: 'first'; readonly name: string };

declare global {
  // oxlint-disable-next-line vars-on-top, no-var -- the form that declares a property of globalThis
  var benchProbe: Probe;
}

/** Notes when the first row with a name in it has been painted: asked once a frame, told after that frame. */
export function watchFirstRows(rowPath: readonly string[]): void {
  globalThis.benchProbe = {};
  const row = (): Element | undefined => {
    let scope: ParentNode = document;
    let found: Element | null = null;
    for (const selector of rowPath) {
      found = scope.querySelector(selector);
      if (!found) return undefined;
      scope = found.shadowRoot ?? found;
    }
    return found ?? undefined;
  };
  const look = (): void => {
    const found = row();
    const text = (found?.shadowRoot ?? found)?.textContent ?? '';
    if (!text.includes('Item ')) return void requestAnimationFrame(look);
    setTimeout(() => {
      globalThis.benchProbe.firstRows = performance.now();
    });
  };
  requestAnimationFrame(look);
}

/** Notes what had been loaded when an element of that name makes its shadow root. */
export function watchSkeleton(name: string): void {
  globalThis.benchProbe = {};
  const original: Element['attachShadow'] = Reflect.get(Element.prototype, 'attachShadow');
  Element.prototype.attachShadow = new Proxy(original, {
    apply: (attachShadow, element: Element, init: [ShadowRootInit]) => {
      if (element.localName === name) {
        globalThis.benchProbe.beforeSkeleton ??= performance
          .getEntriesByType('resource')
          .map((entry) => entry.name);
      }
      return Reflect.apply(attachShadow, element, init);
    },
  });
}

/**
 * Marks in the trace where an act begins, with the next key or press of the pointer, where it has been painted, asked
 * once a frame, and half a second later. `selected` are all of the first twelve rows, more than a screen needs: of lists
 * that draw every row no more are looked at.
 */
export function watchAct({
  rowPath,
  wanted,
}: {
  readonly rowPath: readonly string[];
  readonly wanted: Wanted;
}): void {
  const rowSelector = rowPath.at(-1) ?? '';
  const isMarked = (row: Element, mark: string): boolean => {
    const found = row.matches(mark) ? row : row.querySelector(mark);
    return found !== null && getComputedStyle(found).display !== 'none';
  };
  const rows = (most: number): Element[] => {
    let scope: ParentNode = document;
    for (const selector of rowPath.slice(0, -1)) {
      const found: Element | null = scope.querySelector(selector);
      if (!found) return [];
      scope = found.shadowRoot ?? found;
    }
    const first = scope.querySelector(rowSelector);
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_ELEMENT);
    const found: Element[] = [];
    for (let node: Node | null = first; node && found.length < most; node = walker.nextNode()) {
      if (found.length === 0) walker.currentNode = node;
      if (node instanceof Element && node.matches(rowSelector)) found.push(node);
    }
    return found;
  };
  const isDone = (): boolean => {
    if (wanted.kind === 'first') return rows(1)[0]?.textContent?.includes(wanted.name) ?? false;
    const some = rows(12);
    const isAll = wanted.kind === 'selected';
    return some.length > 0 && some.every((row) => isMarked(row, wanted.mark) === isAll);
  };
  const look = (): void => {
    if (!isDone()) return void requestAnimationFrame(look);
    setTimeout(() => {
      performance.mark('bench:seen');
      setTimeout(() => {
        performance.mark('bench:rest');
        globalThis.benchProbe.acted = true;
      }, 500);
    });
  };
  const begin = (): void => {
    removeEventListener('keydown', begin, true);
    removeEventListener('pointerdown', begin, true);
    performance.mark('bench:act');
    requestAnimationFrame(look);
  };
  globalThis.benchProbe.acted = false;
  addEventListener('keydown', begin, true);
  addEventListener('pointerdown', begin, true);
}

/** All elements, also those inside open shadow roots. */
export function countElements(): number {
  const count = (place: ParentNode): number => {
    let sum = 0;
    for (const element of place.querySelectorAll('*')) {
      sum += 1;
      if (element.shadowRoot) sum += count(element.shadowRoot);
    }
    return sum;
  };
  return count(document);
}

/** The element that scrolls the row: the nearest one around it, through shadow roots. */
export function findScroller(rowPath: readonly string[]): Element {
  let scope: ParentNode = document;
  let place: Element | null = null;
  for (const selector of rowPath) {
    place = scope.querySelector(selector);
    if (!place) break;
    scope = place.shadowRoot ?? place;
  }
  while (place) {
    const scrolls = /auto|scroll/.test(getComputedStyle(place).overflowY);
    if (scrolls && place.scrollHeight > place.clientHeight) return place;
    const root = place.getRootNode();
    place = place.assignedSlot ?? place.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return document.scrollingElement ?? document.documentElement;
}

/**
 * Moves the scroller once a frame, with a mark in the trace for each frame.
 * @returns how far it came, in px
 */
export async function scrollInFrames(
  scroller: Element,
  { frames, step }: { readonly frames: number; readonly step: number | 'whole' },
): Promise<number> {
  const distance = scroller.scrollHeight - scroller.clientHeight;
  const perFrame = step === 'whole' ? distance / frames : step;
  scroller.scrollTop = 0;
  const nextFrame = () => new Promise(requestAnimationFrame);
  for (let rest = 0; rest < 10; rest += 1) await nextFrame();
  for (let frame = 1; frame <= frames; frame += 1) {
    await nextFrame();
    performance.mark('bench:frame');
    scroller.scrollTop = Math.round(frame * perFrame);
  }
  await nextFrame();
  performance.mark('bench:end');
  return scroller.scrollTop;
}

/**
 * The measure of all scrolling: the same elements and styles on a page as high, which nothing moves but the browser.
 * @returns the copy; the original is out of the way
 */
export function showPlainCopy(scroller: Element): Element {
  const copy = scroller.cloneNode(true);
  if (!(copy instanceof HTMLElement) || !(scroller instanceof HTMLElement))
    throw new Error('Nothing to copy.');
  const surface = copy.querySelector('[data-part=rows]');
  if (!surface) throw new Error('The copy has no rows.');
  const pane = document.createElement('div');
  // Always in view, as the rows of a window are, but without a script that sees to it.
  pane.style.cssText = `position: sticky; top: 0; height: ${scroller.clientHeight}px`;
  pane.append(...surface.children);
  surface.append(pane);
  scroller.after(copy);
  scroller.style.display = 'none';
  return copy;
}

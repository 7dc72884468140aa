import { createFacade } from './facade';
import { createKeyborgAccess } from './share-keyborg';
import { getFocusApi } from './focus-api';
import { createSentinel } from './focus-sentinel';
import { setObservable } from './observable-node';

/** Puts a sheet into the shadow root, or takes it out. */
export type AdoptSheet = (sheet: CSSStyleSheet, on: boolean) => void;

/**
 * Makes a shadow root look like a document to Fluent UI, Griffel and Tabster.
 *
 * - document façade: head, body, activeElement, getElementById … are answered by the root; a `<style>` is a
 *   constructed sheet, which no content security policy forbids.
 * - window façade: Tabster's one-per-window instance lives here, so that neither the page nor a Fluent UI of
 *   the page is touched (microsoft/tabster#530: a page-wide one hides the host's elements for good).
 *
 * @param body holds everything that is rendered, portals too
 */
export function createRealm(root: ShadowRoot, body: HTMLElement, adopt: AdoptSheet): Document {
  const page = root.ownerDocument;
  const view = page.defaultView ?? window;
  const keyborg = createKeyborgAccess(view);
  const own: Record<PropertyKey, unknown> = {
    body,
    head: createHead(adopt),
    get activeElement() {
      // keyborg looks from the page inwards, once, for the roots that have the focus: there it listens.
      return keyborg.isBeginning() ? page.activeElement : findActiveElement(root, body);
    },
    createElement: (tag: string, options?: ElementCreationOptions) => {
      if (tag === 'style') return createStyle(adopt);
      return tag === 'i' ? createSentinel(page) : page.createElement(tag, options);
    },
    contains: (node: Node | null) => root.contains(node) || page.contains(node),
    getElementById: root.getElementById.bind(root),
    querySelector: root.querySelector.bind(root),
    querySelectorAll: root.querySelectorAll.bind(root),
    elementFromPoint: root.elementFromPoint.bind(root),
    elementsFromPoint: root.elementsFromPoint.bind(root),
    defaultView: undefined,
  };
  const realm = createFacade<Document>(page, own);
  own['defaultView'] = createFacade<Window>(view, {
    document: realm,
    get __keyborg() {
      return keyborg.read();
    },
    set __keyborg(value: unknown) {
      keyborg.write(value);
    },
    __tabsterInstance: undefined,
    __tabsterInstanceContext: undefined,
    get __tabsterShadowDOMAPI() {
      return getFocusApi();
    },
  });
  setObservable(realm, body);
  return realm;
}

// What FluentProvider needs of the <style> element that carries its theme.
interface StyleStandIn {
  readonly sheet: CSSStyleSheet;
  setAttribute(): void;
  getAttribute(): null;
  remove(): void;
}

function createStyle(adopt: AdoptSheet): StyleStandIn {
  const sheet = new CSSStyleSheet();
  return { sheet, setAttribute() {}, getAttribute: () => null, remove: () => adopt(sheet, false) };
}

function createHead(adopt: AdoptSheet) {
  const attach = (style: StyleStandIn) => {
    adopt(style.sheet, true);
    return style;
  };
  return { appendChild: attach, append: attach, querySelectorAll: () => [] };
}

function findActiveElement(root: ShadowRoot, body: HTMLElement): Element {
  const outer = root.ownerDocument.activeElement;
  if (root.activeElement) return root.activeElement;
  return !outer || outer === root.ownerDocument.body || outer === root.host ? body : outer;
}

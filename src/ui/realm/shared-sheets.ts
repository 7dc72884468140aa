import { createShadowDOMRenderer } from '@griffel/shadow-dom';
import css from './realm.css?inline';

type Renderer = ReturnType<typeof createShadowDOMRenderer>;

// Griffel's rules are made once for the page and adopted by every root: ten controls cost as much as one.
let shared: CSSStyleSheet[] = [];
let renderer: Renderer | undefined;
let base: CSSStyleSheet | undefined;
const roots = new Map<ShadowRoot, Set<CSSStyleSheet>>();

/** The page's one renderer. */
export function getRenderer(): Renderer {
  renderer ??= createShadowDOMRenderer(createMirror());
  return renderer;
}

/** Lets `root` follow the shared sheets; what it returns adds sheets of the root's own. */
export function joinSharedSheets(root: ShadowRoot): {
  readonly adopt: (sheet: CSSStyleSheet, on: boolean) => void;
  readonly leave: () => void;
} {
  const own = roots.get(root) ?? new Set<CSSStyleSheet>();
  roots.set(root, own);
  refresh(root, own);
  return {
    adopt: (sheet, on) => {
      if (on) own.add(sheet);
      else own.delete(sheet);
      if (roots.has(root)) follow(root, own);
    },
    leave: () => {
      roots.delete(root);
    },
  };
}

/** A sheet is of one document: who was moved into another one is about to leave, and must not stop the others. */
function follow(root: ShadowRoot, own: ReadonlySet<CSSStyleSheet>) {
  if (root.ownerDocument === document) refresh(root, own);
}

function refresh(root: ShadowRoot, own: ReadonlySet<CSSStyleSheet>) {
  if (!base) {
    base = new CSSStyleSheet();
    base.replaceSync(css);
  }
  root.adoptedStyleSheets = [base, ...shared, ...own];
}

// Griffel only reads and writes `adoptedStyleSheets` of the root that it is given.
function createMirror(): ShadowRoot {
  const mirror = {
    get adoptedStyleSheets() {
      return shared;
    },
    set adoptedStyleSheets(sheets: CSSStyleSheet[]) {
      shared = sheets;
      for (const [root, own] of roots) follow(root, own);
    },
  };
  return mirror as unknown as ShadowRoot;
}

import type { EmbedTextId } from '../locales';
import css from './skeleton.css?inline';

let sheet: CSSStyleSheet | undefined;

/** Fills the root with the outline of the control; what it returns is the place of the application. */
export function drawSkeleton(root: ShadowRoot): HTMLElement {
  const rows = Array.from({ length: 12 }, (_none, index) => make(root, index === 0 ? 'bar' : 'row'));
  const skeleton = make(root, 'skeleton', rows);
  skeleton.setAttribute('aria-busy', 'true');
  return draw(root, skeleton);
}

/** The application could not be loaded: a sentence, and a way to try again. */
export function drawFailure(
  root: ShadowRoot,
  text: (id: EmbedTextId) => string,
  { reason, again }: { readonly reason: EmbedTextId; readonly again: () => void },
): void {
  const sentence = make(root, '');
  sentence.textContent = text(reason);
  sentence.setAttribute('role', 'alert');
  const button = root.ownerDocument.createElement('button');
  button.type = 'button';
  button.textContent = text('element.tryAgain');
  button.addEventListener('click', again);
  draw(root, make(root, 'skeleton failure', [sentence, button]));
}

/**
 * Where the browser points when the field is not valid. It is always there, and first: the keyboard goes on from here
 * into the control.
 */
export function anchorOf(root: ShadowRoot): HTMLElement {
  const known = root.querySelector<HTMLElement>('.anchor');
  if (known) return known;
  const anchor = make(root, 'anchor');
  anchor.tabIndex = -1;
  // The sheets of the root come and go with what it shows.
  anchor.style.cssText = 'display:block;height:1px;margin-block-end:-1px;outline:none;pointer-events:none';
  root.prepend(anchor);
  return anchor;
}

function draw(root: ShadowRoot, content: HTMLElement): HTMLElement {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  // The application replaces it by its own. In another document it would be refused.
  if (root.ownerDocument === document) root.adoptedStyleSheets = [sheet];
  const place = make(root, 'place', [content]);
  root.replaceChildren(anchorOf(root), place);
  return place;
}

function make(root: ShadowRoot, className: string, children: readonly HTMLElement[] = []): HTMLElement {
  const element = root.ownerDocument.createElement('div');
  element.className = className;
  element.append(...children);
  return element;
}

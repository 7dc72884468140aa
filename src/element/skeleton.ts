import { embedTexts } from '../locales';
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
export function drawFailure(root: ShadowRoot, again: () => void): void {
  const sentence = make(root, 'sentence');
  sentence.textContent = embedTexts.failed;
  sentence.setAttribute('role', 'alert');
  const button = root.ownerDocument.createElement('button');
  button.type = 'button';
  button.textContent = embedTexts.tryAgain;
  button.addEventListener('click', again);
  draw(root, make(root, 'skeleton', [make(root, 'failure', [sentence, button])]));
}

function draw(root: ShadowRoot, content: HTMLElement): HTMLElement {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  // The application replaces it by its own.
  root.adoptedStyleSheets = [sheet];
  const place = make(root, 'place', [content]);
  root.replaceChildren(place);
  return place;
}

function make(root: ShadowRoot, className: string, children: readonly HTMLElement[] = []): HTMLElement {
  const element = root.ownerDocument.createElement('div');
  element.className = className;
  element.append(...children);
  return element;
}

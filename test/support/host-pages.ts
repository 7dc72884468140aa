import { readFileSync } from 'node:fs';
import { buildFluentHost } from './host-fluent';
import type { PageAround } from './portal';

/** A page that somebody else made. The control stands in it 700 px wide and 600 px high, 48 px from the top. */
export interface HostPage {
  readonly name: string;
  /** Where it is put, with something of the page's own before and after it. */
  readonly body: (control: string) => string;
  readonly around?: PageAround;
  /** Files of its own, by their path. */
  readonly files?: Readonly<Record<string, () => string | Promise<string>>>;
}

export const SCRIPT = '<script type="module" src="/onedrive/onedrive-control.js"></script>';

const FRAME = `
#frame { position: absolute; left: 0; top: 48px; width: 700px; height: 600px; }
onedrive-control { height: 600px; }
`;

/** Where the policy allows no style sheet, the page's own script adopts it. */
const FRAME_SCRIPT = `
const sheet = new CSSStyleSheet();
sheet.replaceSync(${JSON.stringify(FRAME)});
document.adoptedStyleSheets = [sheet];
`;

const FRAMED: PageAround = { head: '<script src="/frame.js"></script>' };
const FRAME_FILES = { '/frame.js': () => FRAME_SCRIPT };

/** The element before and the one after are where the focus goes that leaves the control. */
function between(control: string): string {
  return `<input id="before" aria-label="Before"><section id="frame">${control}</section><input id="after" aria-label="After">`;
}

export const BARE: HostPage = {
  name: 'a bare page under a strict policy with Trusted Types',
  body: between,
  around: FRAMED,
  files: FRAME_FILES,
};

export const BARE_RIGHT_TO_LEFT: HostPage = {
  ...BARE,
  name: 'a bare page with dir="rtl" at the element',
  body: (control) => between(control.replace('<onedrive-control', '<onedrive-control dir="rtl"')),
};

const HOSTILE_CSS = `
* { all: unset }
* { font: italic 31px/3 cursive; letter-spacing: 9px; text-transform: uppercase; text-align: right; color: lime;
    user-select: none; cursor: crosshair; word-spacing: 7px; text-indent: 12px; text-shadow: 0 0 9px red }
:root { color-scheme: dark; --colorNeutralBackground1: red; --fontSizeBase300: 40px; tab-size: 20;
    list-style: square; -webkit-text-fill-color: magenta; accent-color: red; caret-color: red }
button { display: none !important }
div, span, table, input { background: hotpink !important; position: static !important }
[role] { opacity: .2 !important; transform: rotate(9deg) !important }
head, script, style { display: none }
onedrive-control { min-height: 320px }
#overlay { position: fixed; left: 720px; top: 0; width: 560px; height: 800px; z-index: 2147483647; background: navy }
${FRAME}
`;

export const HOSTILE: HostPage = {
  name: 'a page with Bootstrap, rules against everything and an overlay of the highest z-index',
  // It calls itself dark, which only a theme of the control's own stands up to.
  body: (control) =>
    `${between(control.replace('<onedrive-control', '$& theme="light"'))}<aside id="overlay"></aside>`,
  around: {
    head: '<link rel="stylesheet" href="/bootstrap.css"><link rel="stylesheet" href="/hostile.css">',
    styles: "'self'",
  },
  files: {
    '/bootstrap.css': () => readFileSync('node_modules/bootstrap/dist/css/bootstrap.min.css', 'utf8'),
    '/hostile.css': () => HOSTILE_CSS,
  },
};

// What is `fixed` in it is fixed to it; what is put back by the margin is where it is on the bare page.
const CLIPPED_CSS = `${FRAME}
html { font-size: 40px }
#clip { position: absolute; left: 0; top: 48px; width: 700px; height: 600px; margin-left: -30px; overflow: hidden;
  contain: layout paint; filter: none; will-change: transform; transform: translate(30px, 0); z-index: 0 }
#clip #frame { top: 0 }
`;

export const CLIPPED: HostPage = {
  name: 'a clipped and transformed container',
  body: (control) =>
    between(control).replace('<section', '<div id="clip"><section').replace('</section>', '</section></div>'),
  around: { head: '<link rel="stylesheet" href="/clip.css">', styles: "'self'" },
  files: { '/clip.css': () => CLIPPED_CSS },
};

export const RIGHT_TO_LEFT: HostPage = {
  ...BARE,
  name: 'a right-to-left page',
  around: { ...FRAMED, html: 'dir="rtl"' },
};

const HOST_APP = '<div id="host-app"></div>';
const HOST_SCRIPT = '<script type="module" src="/host-fluent.js"></script>';

/** Modules run in the order of the page. */
function withFluent(order: 'before' | 'after'): HostPage {
  return {
    name: `a page with its own Fluent UI v9, loaded ${order} ours`,
    body: (control) => {
      const ours = between(control) + HOST_APP;
      return order === 'before' ? `${ours}${HOST_SCRIPT}${SCRIPT}` : `${ours}${SCRIPT}${HOST_SCRIPT}`;
    },
    around: {
      head: '<link rel="stylesheet" href="/page.css">',
      // What the host's Fluent writes into the page's head.
      styles: "'self' 'unsafe-inline'",
    },
    files: { '/page.css': () => PAGE_CSS, '/host-fluent.js': buildFluentHost },
  };
}

const PAGE_CSS = `${FRAME}
#host-app, #others { position: absolute; left: 720px; top: 48px; width: 500px }
`;

export const FLUENT_BEFORE = withFluent('before');
export const FLUENT_AFTER = withFluent('after');

export const TEN: HostPage = {
  name: 'a page with ten of them',
  body: (control) =>
    `${between(control)}<div id="others">${control.replace(' id="drive"', '').repeat(9)}</div>`,
  around: { head: '<link rel="stylesheet" href="/page.css">', styles: "'self'" },
  files: { '/page.css': () => PAGE_CSS },
};

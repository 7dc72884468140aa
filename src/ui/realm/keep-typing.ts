const EDITING = new Set(
  'Backspace Delete Enter ArrowLeft ArrowRight ArrowUp ArrowDown Home End Dead Process'.split(' '),
);
const TEXT_COMMANDS = /^[acvxyz]$/i;
const NO_TEXT = new Set(['button', 'checkbox', 'file', 'radio', 'range', 'reset', 'submit']);

/**
 * What is typed into a text field stays in it. A page with shortcuts of single letters lets fields be; but from outside
 * of the shadow root it can't see that the key was pressed in one.
 */
export function keepTyping(root: ShadowRoot): () => void {
  const keep = (event: Event) => {
    if (event instanceof KeyboardEvent && takesText(event.target) && isTyping(event)) event.stopPropagation();
  };
  const types = ['keydown', 'keypress', 'keyup'];
  for (const type of types) root.addEventListener(type, keep);
  return () => {
    for (const type of types) root.removeEventListener(type, keep);
  };
}

function isTyping(event: KeyboardEvent): boolean {
  const { key } = event;
  if (event.getModifierState('AltGraph')) return true;
  if (event.ctrlKey || event.metaKey) return TEXT_COMMANDS.test(key);
  return !event.altKey && (key.length === 1 || EDITING.has(key));
}

function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type);
  return target instanceof HTMLTextAreaElement;
}

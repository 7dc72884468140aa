import { holdEmulator, type DemoSettings } from './hold-emulator';

/** Runs a page of the demo; where it can't, the page says why in its place. */
export async function begin(
  place: HTMLElement,
  show: (settings: DemoSettings) => Promise<void>,
): Promise<void> {
  try {
    await show(await holdEmulator());
  } catch (error) {
    console.error(error);
    const told = document.createElement('p');
    told.setAttribute('role', 'alert');
    told.textContent =
      'The demo can’t run here. It needs a browser with service workers, outside of a private window, and an address that begins with https:// or http://localhost.';
    place.replaceChildren(told);
  }
}

/** @throws TypeError where the page does not hold it */
export function findPlace(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new TypeError(`The page must hold an element with the id “${id}”.`);
  return element;
}

import { OneDriveControlElement } from './one-drive-control-element';

const NAME = 'onedrive-control';

/** Only the first definition counts, as the platform wants it; a second script on the page says so. */
export function defineElement(registry: CustomElementRegistry): void {
  if (registry.get(NAME)) {
    // oxlint-disable-next-line no-console -- whoever builds the page has to know
    console.warn(`<${NAME}> is defined already: the script that came first stays.`);
    return;
  }
  registry.define(NAME, OneDriveControlElement);
}

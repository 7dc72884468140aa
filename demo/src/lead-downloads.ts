import { readEmulatorAddress } from './addresses';

/**
 * Browsers let no service worker answer a link that has a `download` attribute. Of Microsoft's addresses, which are of
 * another origin than the page, they ignore the attribute: here it is left out for the same effect.
 */
export function leadDownloads(folder: URL): void {
  navigation.addEventListener('navigate', (event) => {
    const { url } = event.destination;
    if (event.downloadRequest === null || readEmulatorAddress(folder, url) === undefined) return;
    event.preventDefault();
    location.assign(url);
  });
}

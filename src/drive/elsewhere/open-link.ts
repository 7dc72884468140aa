import { parseDriveItem, type DriveItem, type Graph } from '../../graph';
import { OneDriveError } from '../../lib';

/** What the address of a sharing link, or of an item as browsers show it, leads to. @throws OneDriveError `not-found` */
export async function openLink(graph: Graph, address: string, signal?: AbortSignal): Promise<DriveItem> {
  const text = address.trim();
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new OneDriveError('invalid-request', { serviceCode: 'noAddress' });
  }
  const request = {
    path: `/shares/${encodeLink(text)}/driveItem`,
    // Lasting: what is opened here is listed, downloaded and picked afterwards by its id.
    headers: { Prefer: 'redeemSharingLink' },
    access: 'write',
    signal,
  } as const;
  return graph.get(request, parseDriveItem);
}

/** `u!` and the address in base64url (microsoft-graph-docs, shares-get). */
function encodeLink(address: string): string {
  const bytes = new TextEncoder().encode(address);
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
  return `u!${base64.replace(/=+$/, '').replaceAll('/', '_').replaceAll('+', '-')}`;
}

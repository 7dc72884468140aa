import { parseDriveItem, type DriveItem, type Graph } from '../../graph';

/** What a share leads to. @throws OneDriveError */
export async function openLink(graph: Graph, shareId: string, signal?: AbortSignal): Promise<DriveItem> {
  const request = {
    path: `/shares/${shareId}/driveItem`,
    // Lasting: what is opened here is listed, downloaded and picked afterwards by its id.
    headers: { Prefer: 'redeemSharingLink' },
    access: 'write',
    signal,
  } as const;
  return graph.get(request, parseDriveItem);
}

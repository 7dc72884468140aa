import { childPath, parseDriveItem, type DriveItem, type Graph, type ItemReference } from '../graph';
import type { DriveRequests } from './drive-requests';

interface CreateFileParts {
  readonly graph: Pick<Graph, 'putContent'>;
  readonly requests: Pick<DriveRequests, 'child'>;
  /** Whether nobody knows what became of it. */
  readonly isDoubtful: (reason: unknown) => boolean;
}

/** A file of a few bytes, in one request; after a lost answer it is looked for, never sent again. */
export async function createFile(
  { graph, requests, isDoubtful }: CreateFileParts,
  parent: ItemReference,
  { name, content, signal }: NewFile,
): Promise<DriveItem> {
  try {
    return await graph.putContent(
      {
        path: `${childPath(parent, name)}/content`,
        query: { '@microsoft.graph.conflictBehavior': 'fail' },
        access: 'write',
        body: content,
        signal,
      },
      parseDriveItem,
    );
  } catch (cause) {
    const made = isDoubtful(cause) ? await find(requests, parent, { name, signal }) : undefined;
    if (made?.file && made.size === content.length) return made;
    throw cause;
  }
}

export interface NewFile {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly signal?: AbortSignal | undefined;
}

async function find(
  requests: CreateFileParts['requests'],
  parent: ItemReference,
  { name, signal }: Pick<NewFile, 'name' | 'signal'>,
): Promise<DriveItem | undefined> {
  try {
    return await requests.child(parent, name, signal);
  } catch {
    // The first failure is what to tell.
    return undefined;
  }
}

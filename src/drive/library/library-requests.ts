import {
  itemPath,
  pages,
  parseItemFields,
  parseLibraryColumn,
  type Access,
  type DriveItem,
  type Graph,
  type ItemFields,
  type ItemReference,
  type LibraryColumn,
} from '../../graph';

/** The columns that a team has given its library, and what items say in them. All reject with OneDriveError. */
export interface LibraryRequests {
  /** @param mayAsk the user may be asked for the right; without it, it is `sign-in-needed` where it is not there */
  columns(driveId: string, mayAsk: boolean, signal?: AbortSignal): Promise<readonly LibraryColumn[]>;
  /** Several that are asked for at once go in one request. */
  fields(item: ItemReference, columns: readonly LibraryColumn[], signal?: AbortSignal): Promise<ItemFields>;
  fieldsBelow(
    folder: ItemReference,
    columns: readonly LibraryColumn[],
    signal?: AbortSignal,
  ): AsyncIterable<readonly ItemFields[]>;
}

interface LibraryParts {
  readonly graph: Graph;
  readonly authorize: (access: Access, signal?: AbortSignal) => Promise<void>;
}

/** As many as the service looks up at once (resources/fieldValueSet). */
const MOST_LOOKUPS = 12;
const PAGE_SIZE = '200';

export function createLibraryRequests({ graph, authorize }: LibraryParts): LibraryRequests {
  return {
    columns: async (driveId, mayAsk, signal) => {
      if (mayAsk) await authorize('sites', signal);
      const path = `/drives/${encodeURIComponent(driveId)}/list/columns`;
      const found: LibraryColumn[] = [];
      for await (const page of pages(graph, { path, access: 'sites', signal }, parseLibraryColumn)) {
        found.push(...page.flatMap((column) => column ?? []));
      }
      return found;
    },
    fields: (item, columns, signal) =>
      graph.get(
        { path: itemPath(item), query: queryFor(columns), access: 'sites', together: true, signal },
        (json) => parseItemFields(json, columns),
      ),
    fieldsBelow: (folder, columns, signal) =>
      pages(
        graph,
        {
          path: `${itemPath(folder)}/children`,
          query: { ...queryFor(columns), $top: PAGE_SIZE },
          access: 'sites',
          signal,
        },
        (json) => parseItemFields(json, columns),
      ),
  };
}

/** The library in which an item lies: people's own drives have none that anybody gives columns to. */
export function libraryOf({ driveId, parentReference, elsewhere }: DriveItem): string | undefined {
  return parentReference.driveType === 'documentLibrary' && !elsewhere ? driveId : undefined;
}

function queryFor(columns: readonly LibraryColumn[]): Record<string, string> {
  const lookups = columns.filter(({ type }) => type.kind === 'people' || type.kind === 'lookup');
  const tooMany = new Set(lookups.slice(MOST_LOOKUPS));
  const names = columns.filter((column) => !tooMany.has(column)).map(({ name }) => name);
  return { $select: 'id,eTag', $expand: `listItem($select=id;$expand=fields($select=${names.join(',')}))` };
}

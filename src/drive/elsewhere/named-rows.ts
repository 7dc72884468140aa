import {
  pages,
  parseNamed,
  type Access,
  type DriveItem,
  type Elsewhere,
  type Graph,
  type Named,
} from '../../graph';

interface NamedList {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly access: Access;
  /** Where a row leads. */
  readonly to: (named: Named) => Elsewhere;
}

/** A list of what has a name and can be opened, as rows. */
export async function* namedRows(
  graph: Graph,
  { path, query = {}, access, to }: NamedList,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly DriveItem[]> {
  for await (const page of pages(graph, { path, query, access, signal }, parseNamed)) {
    yield page.map((named) => rowOf(named, to(named)));
  }
}

function rowOf({ id, name, webUrl }: Named, elsewhere: Elsewhere): DriveItem {
  return {
    driveId: '',
    id: `${elsewhere.kind} ${id}`,
    name,
    webUrl,
    folder: {},
    parentReference: {},
    elsewhere,
  };
}

import type { DemoGroup } from '../../caller';
import { SYSTEM_COLUMNS, type ListColumn } from './columns';
import type { Drive } from './drive';
import { createSequence, guid } from './ids';

/** A web in SharePoint, a person's or a team's. */
export interface Site {
  readonly siteId: string;
  readonly webId: string;
  /** Its address below the host: `/personal/ada_contoso_com`, `/sites/marketing`; empty for the host's own. */
  readonly path: string;
}

/** A list of a site that holds files: what a drive is to SharePoint. */
export interface Library {
  readonly site: Site;
  readonly listId: string;
  readonly name: string;
  /** The last part of its address; it need not be its name. */
  readonly folder: string;
  readonly columns: readonly ListColumn[];
}

/** The site of a group, with its libraries: the first is the one that is meant where none is named. */
export interface TeamSite extends Site {
  readonly group: DemoGroup;
  readonly created: number;
  readonly drives: readonly [Drive, ...Drive[]];
}

/** Its ids are always the same for the same address. */
export function createSite(path: string): Site {
  const next = createSequence(`site ${path}`);
  return { siteId: guid(next), webId: guid(next), path };
}

export function createLibrary(
  site: Site,
  name: string,
  folder: string,
  own: readonly ListColumn[] = [],
): Library {
  const listId = guid(createSequence(`list ${site.path}/${folder}`));
  return { site, listId, name, folder, columns: [...SYSTEM_COLUMNS, ...own] };
}

/** The site of a person: `/personal/ada_contoso_com`. */
export function personalSite(address: string): Site {
  return createSite(`/personal/${address.replaceAll(/[^A-Za-z0-9]/g, '_').toLowerCase()}`);
}

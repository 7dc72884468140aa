import type { ListColumn } from '../model/columns';
import type { Drive } from '../model/drive';
import type { Answer } from '../protocol/answer';
import { badRequest, itemNotFound } from '../protocol/graph-error';
import { selected } from '../protocol/selected';
import type { Call, DriveCall, SiteCall } from '../world';

/** `GET {drive}/list/columns`: hidden ones where `hidden` is selected (resources/columnDefinition). */
export function listColumns(call: DriveCall): Answer {
  return columnsAnswer(call, call.drive);
}

/** `GET {site}/lists/{list}/columns`: the same, by the site and the id or name of its list. */
export function listColumnsOfSite(call: SiteCall, list: string): Answer {
  const asked = list.toLowerCase();
  const drive = call.site.drives.find(
    ({ library }) => library.listId === asked || library.name.toLowerCase() === asked,
  );
  if (drive === undefined) throw itemNotFound('The specified list was not found');
  return columnsAnswer(call, drive);
}

function columnsAnswer({ options: { select } }: Call, drive: Drive): Answer {
  requireList(drive);
  const shown = drive.library.columns.filter(({ hidden }) => !hidden || select?.has('hidden'));
  return {
    status: 200,
    context: `drives('${drive.id}')/list/columns`,
    body: { value: shown.map((column) => selected(columnJson(column), select)) },
  };
}

/** @throws GraphError 400: what personal accounts have is no list of SharePoint. */
export function requireList({ driveType }: Drive): void {
  if (driveType === 'personal') throw badRequest('This API is not supported for MSA accounts');
}

function columnJson({ id, name, displayName, facet, hidden, readOnly }: ListColumn): Record<string, unknown> {
  return {
    columnGroup: 'Custom Columns',
    description: '',
    displayName,
    enforceUniqueValues: false,
    hidden: hidden ?? false,
    id,
    indexed: false,
    name,
    readOnly: readOnly ?? false,
    required: false,
    ...facet,
  };
}

import { identity } from '../items/item-json';
import { webUrlOf } from '../items/web-urls';
import type { FieldValue, ListColumn } from '../model/columns';
import { eTagOf } from '../model/item-tags';
import type { Item, Person } from '../model/model';
import type { Answer } from '../protocol/answer';
import { graphDate } from '../protocol/graph-dates';
import { invalidRequest, itemNotFound } from '../protocol/graph-error';
import type { Expansion } from '../protocol/query-options';
import { READ_SITES, requireScope } from '../protocol/scopes';
import { selected, type Selection } from '../protocol/selected';
import type { DriveCall } from '../world';
import { requireList } from './list-columns';

type Json = Record<string, unknown>;

/** So many columns that look something up may be asked for at once (resources/fieldValueSet). */
const MOST_LOOKUPS = 12;

/** `GET {item}/listItem` */
export function readListItem(call: DriveCall, item: Item): Answer {
  requireList(call.drive);
  const { select, expand } = call.options;
  if (item.parent === null) throw itemNotFound();
  return { status: 200, context: 'listItems/$entity', body: listItemJson(call, item, { select, expand }) };
}

/** What `$expand=listItem` brings: documented to ask for the right to read sites (listitem-get). The root is no item. */
export function expandedListItem(call: DriveCall, item: Item): Json {
  const expansion = call.options.expand.find(({ name }) => name === 'listitem');
  if (expansion === undefined) return {};
  requireList(call.drive);
  requireScope(call.caller, READ_SITES);
  return item.parent === null ? {} : { listItem: listItemJson(call, item, expansion) };
}

function listItemJson(call: DriveCall, item: Item, asked: Pick<Expansion, 'select' | 'expand'>): Json {
  const { drive, world } = call;
  const all = {
    id: listItemId(item),
    eTag: eTagOf(item),
    createdDateTime: graphDate(item.created),
    lastModifiedDateTime: graphDate(item.modified),
    webUrl: webUrlOf(world.ports.origins.bytes, drive, item),
    createdBy: { user: identity(item.createdBy) },
    lastModifiedBy: { user: identity(item.modifiedBy) },
    parentReference: { id: drive.library.listId, siteId: drive.library.site.siteId },
    contentType: contentTypeOf(item),
  };
  const fields = asked.expand.find(({ name }) => name === 'fields');
  return {
    '@odata.etag': eTagOf(item),
    ...selected(all, asked.select),
    ...(fields === undefined ? {} : { fields: fieldsJson(call, item, fields.select) }),
  };
}

function listItemId({ number }: Item): string {
  return String(number);
}

function contentTypeOf({ kind }: Item): { readonly id: string; readonly name: string } {
  return kind === 'folder' ? { id: '0x012000', name: 'Folder' } : { id: '0x010100', name: 'Document' };
}

/** Those that have a value (microsoft-graph-docs 13342): all that are shown, or those that are named. */
function fieldsJson({ drive }: DriveCall, item: Item, select: Selection): Json {
  const { columns } = drive.library;
  const named = columns.filter(({ name, hidden }) => (select === null ? !hidden : select.has(name)));
  if (select !== null && named.filter(isLookup).length > MOST_LOOKUPS) {
    throw invalidRequest('The request exceeds the lookup column threshold.');
  }
  const values: Readonly<Record<string, FieldValue>> = {
    ...item.fields,
    ContentType: contentTypeOf(item).name,
    FileLeafRef: item.name,
    Modified: graphDate(item.modified),
    Author: item.createdBy,
  };
  const json: Json = { '@odata.etag': eTagOf(item) };
  if (select === null || select.has('id')) json['id'] = listItemId(item);
  for (const column of named) Object.assign(json, fieldJson(column, values[column.name], select !== null));
  return json;
}

function isLookup({ facet }: ListColumn): boolean {
  return 'personOrGroup' in facet;
}

/** Who somebody is, is told where the column is named; else only which entry of the site's list of people it is. */
function fieldJson({ name }: ListColumn, value: FieldValue | undefined, isNamed: boolean): Json {
  if (value === undefined) return {};
  if (isPerson(value)) {
    return { ...(isNamed ? { [name]: value.displayName } : {}), [`${name}LookupId`]: lookupId(value) };
  }
  if (!isList(value)) return { [name]: value };
  const texts = value.filter((each) => typeof each === 'string');
  if (texts.length > 0) return { [`${name}@odata.type`]: 'Collection(Edm.String)', [name]: texts };
  const people = value.filter(isPerson);
  return {
    [name]: people.map((person) => ({
      LookupId: Number(lookupId(person)),
      LookupValue: person.displayName,
      Email: person.email,
    })),
  };
}

function isList(value: FieldValue): value is readonly string[] | readonly Person[] {
  return Array.isArray(value);
}

function isPerson(value: FieldValue | Person): value is Person {
  return typeof value === 'object' && 'displayName' in value;
}

function lookupId({ id }: Person): string {
  return String((Number.parseInt(id.slice(-4), 16) % 900) + 6);
}

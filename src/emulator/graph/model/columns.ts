import { createSequence, guid } from './ids';
import type { Person } from './model';

/** What a column holds, in the words of `columnDefinition`; hyperlinks, as in lists of the service, have none. */
type ColumnFacet =
  | { readonly text: object }
  | { readonly choice: object }
  | { readonly number: object }
  | { readonly currency: { readonly locale: string } }
  | { readonly dateTime: { readonly displayAs: string; readonly format: 'dateOnly' | 'dateTime' } }
  | { readonly boolean: object }
  | { readonly personOrGroup: { readonly allowMultipleSelection: boolean } }
  | object;

/** A column of a library. */
export interface ListColumn {
  readonly id: string;
  /** What fields are called by. */
  readonly name: string;
  readonly displayName: string;
  readonly facet: ColumnFacet;
  readonly hidden?: true;
  readonly readOnly?: true;
}

/** What an item says in a column, in the shape in which it is told; of people, who they are. */
export type FieldValue =
  string | number | boolean | readonly string[] | Person | readonly Person[] | Hyperlink;

interface Hyperlink {
  readonly Url: string;
  readonly Description: string;
}

/** Its id is always the same for the same name. */
export function listColumn(plan: Omit<ListColumn, 'id'>): ListColumn {
  return { id: guid(createSequence(`column ${plan.name}`)), ...plan };
}

export const PLAIN_TEXT = {
  allowMultipleLines: false,
  appendChangesToExistingText: false,
  linesForEditing: 0,
  maxLength: 255,
};
const MOMENT = { displayAs: 'default', format: 'dateTime' } as const;
const SOMEBODY = {
  allowMultipleSelection: false,
  chooseFromType: 'peopleOnly',
  displayAs: 'nameWithPresence',
};

/** Those that every library has. */
export const SYSTEM_COLUMNS: readonly ListColumn[] = [
  listColumn({ name: 'ContentType', displayName: 'Content Type', facet: {} }),
  listColumn({ name: 'Title', displayName: 'Title', facet: { text: PLAIN_TEXT } }),
  listColumn({ name: 'FileLeafRef', displayName: 'Name', facet: { text: PLAIN_TEXT } }),
  listColumn({ name: 'Modified', displayName: 'Modified', facet: { dateTime: MOMENT }, readOnly: true }),
  listColumn({
    name: 'Author',
    displayName: 'Created By',
    facet: { personOrGroup: SOMEBODY },
    readOnly: true,
  }),
  listColumn({ name: 'FSObjType', displayName: 'Item Type', facet: {}, hidden: true, readOnly: true }),
];

import { badRequest, GraphError, invalidRequest } from './graph-error';
import { checkExpansion } from './not-emulated';
import type { Selection } from './selected';

/** One `$expand` with the options in its brackets. */
export interface Expansion {
  readonly name: string;
  readonly select: Selection;
  readonly expand: readonly Expansion[];
}

/** The query options of a request, whatever way they were spelt. */
export interface QueryOptions {
  readonly select: Selection;
  readonly expand: readonly Expansion[];
  readonly top: number | null;
  readonly orderBy: { readonly property: string; readonly descending: boolean } | null;
  readonly skipToken: string | null;
  readonly filter: string | null;
  readonly skip: string | null;
  readonly count: string | null;
  readonly conflictBehavior: ConflictBehavior | null;
  /** Thumbnails as the picture was stored, not as its camera says it is to be turned. */
  readonly originalOrientation: boolean;
  readonly includeDeletedItems: boolean;
}

export type ConflictBehavior = 'fail' | 'replace' | 'rename';

const OF_ODATA = new Set(['select', 'expand', 'top', 'orderby', 'skiptoken', 'filter', 'skip', 'count']);

/** What is asked for itself has other things to bring along than an item has. */
const LIST_ITEM = /\/listitem$/i;

/** Names come with or without `$`, in any case; a leading `@` marks an annotation. */
export function parseQueryOptions(search: URLSearchParams, path = ''): QueryOptions {
  const asked = LIST_ITEM.test(path) ? 'listitem' : undefined;
  const options = new Map<string, string>();
  for (const [name, value] of search) {
    const plain = name.replace(/^\$/, '').toLowerCase();
    if (options.has(plain) && OF_ODATA.has(plain)) throw saidTwice(plain);
    options.set(plain, value);
  }
  return {
    select: parseSelect(options.get('select')),
    expand: splitTop(options.get('expand') ?? '').map((text) => parseExpansion(text, asked)),
    top: parseTop(options.get('top')),
    orderBy: parseOrderBy(options.get('orderby')),
    skipToken: options.get('skiptoken') ?? null,
    filter: options.get('filter') ?? null,
    skip: options.get('skip') ?? null,
    count: options.get('count') ?? null,
    originalOrientation: options.get('originalorientation') === 'true',
    conflictBehavior: parseConflictBehavior(
      options.get('@microsoft.graph.conflictbehavior') ?? options.get('@name.conflictbehavior'),
    ),
    includeDeletedItems: options.get('includedeleteditems')?.toLowerCase() === 'true',
  };
}

/** Whether in one spelling or in both. */
function saidTwice(name: string): GraphError {
  return badRequest(
    `Query option '$${name}' was specified more than once, but it must be specified at most once.`,
  );
}

/** Anything unknown is silently ignored, as the service does (faults.md 58). */
export function parseConflictBehavior(value: string | undefined): ConflictBehavior | null {
  return value === 'fail' || value === 'replace' || value === 'rename' ? value : null;
}

/** Splits at commas, or other signs, that are not inside brackets. */
function splitTop(text: string, separator = ','): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === separator && depth === 0) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part].map((each) => each.trim()).filter((each) => each !== '');
}

/** Of `file/hashes` the whole `file` comes. */
function parseSelect(value: string | undefined): Selection {
  if (value === undefined) return null;
  return new Set(splitTop(value).map((name) => name.replace(/\/.*$/, '')));
}

/** @param inside of what it is brought along */
function parseExpansion(text: string, inside?: string): Expansion {
  const open = text.indexOf('(');
  const name = (open < 0 ? text : text.slice(0, open)).trim();
  checkExpansion(name, inside);
  const within = open < 0 ? '' : text.slice(open + 1, text.lastIndexOf(')'));
  const options = splitTop(within, ';');
  const optionOf = (wanted: string): string | undefined =>
    options
      .map((option) => new RegExp(`^\\$?${wanted}\\s*=(.*)$`, 'i').exec(option)?.[1])
      .find((value) => value !== undefined);
  return {
    name: name.toLowerCase(),
    select: parseSelect(optionOf('select')),
    expand: splitTop(optionOf('expand') ?? '').map((each) => parseExpansion(each, name.toLowerCase())),
  };
}

function parseTop(value: string | undefined): number | null {
  if (value === undefined) return null;
  const top = /^\d+$/.test(value) ? Number(value) : 0;
  if (top < 1) throw invalidRequest(`Invalid value '${value}' for $top.`, 'invalidQueryOption');
  return top;
}

function parseOrderBy(value: string | undefined): QueryOptions['orderBy'] {
  if (value === undefined || value.trim() === '') return null;
  const [property = '', direction = 'asc'] = value.trim().split(/\s+/);
  return { property: property.toLowerCase(), descending: direction.toLowerCase() === 'desc' };
}

/** Lists only: a single item takes none of these. */
export function refuseListOptions(options: QueryOptions): void {
  const { filter, orderBy, count, skip, top } = options;
  if (filter === null && orderBy === null && count === null && skip === null && top === null) return;
  throw new GraphError(
    400,
    'BadRequest',
    'Query options $filter, $orderby, $count, $skip, and $top can be applied only on collections',
  );
}

import * as v from 'valibot';
import type { ItemIn } from '../items/elsewhere';
import { itemProperties } from '../items/item-json';
import { counted, filter, leastOf } from '../lists/some-of';
import { sizeOf, descendants } from '../model/tree';
import type { Answer } from '../protocol/answer';
import { badRequest } from '../protocol/graph-error';
import { readJson } from '../protocol/schemas';
import { wellFormedText } from '../protocol/well-formed';
import { isReadable, isSharedWith, standingWith } from '../sharing/access';
import { requireOrganization } from '../sites/find-site';
import type { Call } from '../world';
import { parseKql, termsOf, type Kql } from './kql';
import { matches } from './matches';

const MOST_HITS = 1000;
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const requestSchema = v.looseObject({
  entityTypes: v.pipe(v.array(v.string()), v.minLength(1)),
  query: v.looseObject({ queryString: wellFormedText }),
  from: v.optional(v.nullable(count)),
  size: v.optional(v.nullable(v.pipe(count, v.maxValue(MOST_HITS)))),
  sortProperties: v.optional(
    v.nullable(
      v.array(v.looseObject({ name: v.string(), isDescending: v.optional(v.nullable(v.boolean())) })),
    ),
  ),
});
const bodySchema = v.looseObject({ requests: v.pipe(v.array(requestSchema), v.length(1)) });

type SearchRequest = v.InferOutput<typeof requestSchema>;

/** `POST /search/query`: files and folders in every drive the caller may open. */
export function searchEverything(call: Call): Answer {
  requireOrganization(call.world, call.user);
  const { requests } = readJson(call, bodySchema);
  const value = requests.map((request) => responseTo(call, request));
  return { status: 200, context: 'Collection(microsoft.graph.searchResponse)', body: { value } };
}

function responseTo(call: Call, request: SearchRequest): object {
  const other = request.entityTypes.find((type) => type !== 'driveItem');
  if (other !== undefined) throw badRequest(`The entity type '${other}' is not supported.`);
  const query = parseKql(request.query.queryString);
  const [from, size] = [request.from ?? 0, request.size ?? 25];
  const found = counted(hitsOf(call, query));
  const page = leastOf(found.items, from + size, orderOf(request)).slice(from);
  const total = found.count();
  const hits = page.map((hit, index) => hitJson(call, hit, from + index + 1));
  return {
    searchTerms: termsOf(query),
    hitsContainers: [
      {
        ...(total > 0 ? { hits } : {}),
        total,
        moreResultsAvailable: from + size < total,
      },
    ],
  };
}

function hitsOf(call: Call, query: Kql): Iterable<ItemIn> {
  const { bytes } = call.world.ports.origins;
  return filter(openTo(call), (each) => isFound(each.item) && matches(query, each, bytes));
}

/** A shortcut is no item of its own to the index. */
function isFound({ kind, parent }: ItemIn['item']): boolean {
  return parent !== null && kind !== 'remote';
}

/** Whole drives, and of others what was shared with the caller. */
function* openTo(call: Call): IterableIterator<ItemIn> {
  for (const drive of call.world.drives.values()) {
    if (standingWith(drive.owner, call.user) !== 'nothing') {
      for (const item of drive.items.values()) yield { drive, item };
      continue;
    }
    const inDrive = { ...call, drive };
    const seen = new Set<string>();
    for (const id of drive.shared) {
      const shared = drive.items.get(id);
      if (shared === undefined || !isSharedWith(call, shared)) continue;
      for (const item of filter(descendants(shared), (each) => isReadable(inDrive, each))) {
        if (!seen.has(item.id)) yield { drive, item };
        seen.add(item.id);
      }
    }
  }
}

const SORTS: Readonly<Record<string, (a: ItemIn, b: ItemIn) => number>> = {
  lastmodifieddatetime: (a, b) => a.item.modified - b.item.modified,
  createddatetime: (a, b) => a.item.created - b.item.created,
  name: (a, b) => a.item.name.localeCompare(b.item.name, 'en'),
  size: (a, b) => sizeOf(a.item) - sizeOf(b.item),
};

/** Newest first, unless told otherwise: relevance is nobody's to know. */
function orderOf({ sortProperties }: SearchRequest): (a: ItemIn, b: ItemIn) => number {
  const orders = (sortProperties ?? [{ name: 'lastModifiedDateTime', isDescending: true }]).map(
    ({ name, isDescending }) => {
      const order = SORTS[name.toLowerCase()];
      if (order === undefined) throw badRequest(`Results cannot be sorted by '${name}'.`);
      return isDescending === true ? (a: ItemIn, b: ItemIn) => order(b, a) : order;
    },
  );
  return (a, b) => orders.map((order) => order(a, b)).find((result) => result !== 0) ?? 0;
}

function hitJson(call: Call, { drive, item }: ItemIn, rank: number): object {
  const options = { ...call.options, select: null, expand: [] };
  const {
    eTag: _eTag,
    cTag: _cTag,
    ...told
  } = itemProperties({ ...call, options, drive, base: `/drives/${drive.id}` }, item);
  const resource = { '@odata.type': '#microsoft.graph.driveItem', ...told };
  return { hitId: item.id, rank, summary: item.name, resource };
}

import * as v from 'valibot';
import { parseDriveItem, type DriveItem } from './drive-item';

const schema = v.looseObject({
  value: v.array(
    v.looseObject({
      hitsContainers: v.nullish(
        v.array(
          v.looseObject({
            hits: v.nullish(v.array(v.looseObject({ resource: v.unknown() }))),
            moreResultsAvailable: v.nullish(v.boolean()),
          }),
        ),
      ),
    }),
  ),
});

/** A page of what a search everywhere has found. */
export interface SearchHits {
  readonly items: readonly DriveItem[];
  readonly hasMore: boolean;
}

/** Source: microsoft-graph-docs, search-query. @throws v.ValiError */
export function parseSearchHits(json: unknown): SearchHits {
  const containers = v.parse(schema, json).value.flatMap(({ hitsContainers }) => hitsContainers ?? []);
  return {
    items: containers.flatMap(({ hits }) => hits ?? []).map(({ resource }) => parseDriveItem(resource)),
    hasMore: containers.some(({ moreResultsAvailable }) => moreResultsAvailable === true),
  };
}

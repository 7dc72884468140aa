import * as v from 'valibot';
import { parseDriveItem, type DriveItem } from './drive-item';

const schema = v.looseObject({
  value: v.array(
    v.looseObject({
      hitsContainers: v.nullish(
        v.array(v.looseObject({ hits: v.nullish(v.array(v.looseObject({ resource: v.unknown() }))) })),
      ),
    }),
  ),
});

/** What a search everywhere has found. Source: microsoft-graph-docs, search-query. @throws v.ValiError */
export function parseSearchHits(json: unknown): readonly DriveItem[] {
  return v
    .parse(schema, json)
    .value.flatMap(({ hitsContainers }) => hitsContainers ?? [])
    .flatMap(({ hits }) => hits ?? [])
    .map(({ resource }) => parseDriveItem(resource));
}

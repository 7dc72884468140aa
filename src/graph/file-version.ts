import * as v from 'valibot';

/** What a file was at one time. Source: microsoft-graph-docs, resources/driveItemVersion. */
export interface FileVersion {
  /** `3.0` on work drives, anything on personal ones. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly lastModifiedDateTime: string | undefined;
  readonly lastModifiedBy: string | undefined;
  /** Bytes. */
  readonly size: number | undefined;
}

const text = v.nullish(v.string());
const schema = v.looseObject({
  id: v.string(),
  lastModifiedDateTime: text,
  lastModifiedBy: v.nullish(v.looseObject({ user: v.nullish(v.looseObject({ displayName: text })) })),
  size: v.nullish(v.number()),
});

/** @throws v.ValiError */
export function parseVersion(json: unknown): FileVersion {
  const { id, lastModifiedDateTime, lastModifiedBy, size } = v.parse(schema, json);
  return {
    id,
    lastModifiedDateTime: lastModifiedDateTime ?? undefined,
    lastModifiedBy: lastModifiedBy?.user?.displayName ?? undefined,
    size: size ?? undefined,
  };
}

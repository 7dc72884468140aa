import * as v from 'valibot';
import { GraphError } from './graph-error';

export const dateSchema = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(text)),
  v.number(),
  v.check((at) => !Number.isNaN(at), 'not a date'),
);

const fileSystemInfo = v.optional(
  v.nullable(
    v.looseObject({
      createdDateTime: v.optional(v.nullable(dateSchema)),
      lastModifiedDateTime: v.optional(v.nullable(dateSchema)),
    }),
  ),
);

const conflict = {
  '@microsoft.graph.conflictBehavior': v.optional(v.string()),
  '@name.conflictBehavior': v.optional(v.string()),
};

const remoteItemBody = v.looseObject({
  id: v.optional(v.string()),
  parentReference: v.optional(v.looseObject({ driveId: v.optional(v.string()) })),
  sharepointIds: v.optional(v.looseObject({ listId: v.string(), listItemUniqueId: v.string() })),
});

export type RemoteItemBody = v.InferOutput<typeof remoteItemBody>;

export const createChildBody = v.looseObject({
  ...conflict,
  name: v.string(),
  folder: v.optional(v.looseObject({})),
  remoteItem: v.optional(remoteItemBody),
  '@microsoft.graph.sourceUrl': v.optional(v.string()),
  fileSystemInfo,
});

export const patchBody = v.looseObject({
  ...conflict,
  name: v.optional(v.string()),
  description: v.optional(v.nullable(v.string())),
  fileSystemInfo,
  parentReference: v.optional(
    v.looseObject({
      driveId: v.optional(v.nullable(v.string())),
      id: v.optional(v.nullable(v.string())),
      path: v.optional(v.nullable(v.string())),
    }),
  ),
});

export const copyBody = v.looseObject({
  childrenOnly: v.optional(v.nullable(v.boolean())),
  includeAllVersionHistory: v.optional(v.nullable(v.boolean())),
  name: v.optional(v.nullable(v.string())),
  parentReference: v.optional(
    v.nullable(
      v.looseObject({
        driveId: v.optional(v.nullable(v.string())),
        id: v.optional(v.nullable(v.string())),
      }),
    ),
  ),
});

export const restoreBody = v.looseObject({
  name: v.optional(v.nullable(v.string())),
  parentReference: v.optional(v.nullable(v.looseObject({ id: v.optional(v.nullable(v.string())) }))),
});

export const checkInBody = v.looseObject({
  comment: v.optional(v.nullable(v.string())),
  checkInAs: v.optional(v.nullable(v.picklist(['published', 'unspecified', '']))),
});

export const createUploadSessionBody = v.looseObject({
  item: v.optional(
    v.looseObject({
      ...conflict,
      name: v.optional(v.string()),
      description: v.optional(v.nullable(v.string())),
      fileSize: v.optional(v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0)))),
      fileSystemInfo,
    }),
  ),
  deferCommit: v.optional(v.nullable(v.boolean())),
});

/** The page is text in the metadata, a number too in the documents. */
export const previewBody = v.looseObject({
  page: v.optional(v.nullable(v.union([v.string(), v.number()]))),
  zoom: v.optional(v.nullable(v.number())),
});

export const commitBody = v.looseObject({
  ...conflict,
  name: v.optional(v.string()),
  '@microsoft.graph.sourceUrl': v.optional(v.string()),
  '@content.sourceUrl': v.optional(v.string()),
});

/** The request's JSON, checked; an empty body counts as `{}`. */
export function readJson<T extends v.GenericSchema>(
  { text }: { readonly text: string },
  schema: T,
): v.InferOutput<T> {
  const result = v.safeParse(schema, parse(text));
  if (result.success) return result.output;
  const at = v.getDotPath(result.issues[0]) ?? 'body';
  throw new GraphError(
    400,
    'invalidRequest',
    `Invalid request: the property '${at}' is missing or has a wrong value.`,
    {
      inner: 'badArgument',
    },
  );
}

function parse(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new GraphError(400, 'BadRequest', 'Unable to read JSON request payload.');
  }
}

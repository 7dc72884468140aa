import { badRequest, GraphError } from './graph-error';

/** What the service has of a drive or an item beyond what is done here, in lower case. */
const PARTS = new Set([
  'activities',
  'analytics',
  'assignsensitivitylabel',
  'bundles',
  'createdbyuser',
  'extractsensitivitylabels',
  'getactivitiesbyinterval',
  'lastmodifiedbyuser',
  'list',
  'listitem',
  'retentionlabel',
  'subscriptions',
  'versions',
  'workbook',
]);
const EXPANDED = new Set([
  'children',
  'thumbnails',
  'permissions',
  'driveitem',
  'root',
  'items',
  'drive',
  'drives',
  'listitem',
]);
/** What is brought along with what is brought along. */
const EXPANDED_INSIDE: Readonly<Record<string, ReadonlySet<string>>> = { listitem: new Set(['fields']) };

/** A path that leads nowhere: what only the service has is told from what nobody has. */
export function unknownPath(segments: readonly string[]): GraphError {
  const part = segments.find((segment) => PARTS.has(segment.replace(/\(.*$/, '').toLowerCase()));
  return part === undefined ? unknownSegment(segments.at(-1) ?? '') : notEmulated(part);
}

export function unknownSegment(segment: string): GraphError {
  return badRequest(`Resource not found for the segment '${segment}'.`);
}

/** @throws GraphError unless `$expand` can bring it. */
export function checkExpansion(name: string, inside?: string): void {
  const known = inside === undefined ? EXPANDED : EXPANDED_INSIDE[inside];
  if (known?.has(name.toLowerCase())) return;
  if (PARTS.has(name.toLowerCase())) throw notEmulated(name);
  throw badRequest(
    `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${inside === 'listitem' ? 'listItem' : 'driveItem'}'.`,
  );
}

function notEmulated(part: string): GraphError {
  return new GraphError(501, 'notSupported', `The emulator does not have '${part}'; the service does.`);
}

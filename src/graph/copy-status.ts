import * as v from 'valibot';
import type { OneDriveError } from '../lib';
import { errorFromAnswer } from './errors';

/** How far the service is with a copy. Source: microsoft-graph-docs, long-running actions; asyncJobStatus. */
export type CopyStatus =
  | { readonly kind: 'running'; /** From 0 to 100. */ readonly percent: number }
  | { readonly kind: 'completed' }
  | { readonly kind: 'failed'; readonly error: OneDriveError };

const text = v.nullish(v.string());
const schema = v.looseObject({
  id: text,
  name: text,
  status: text,
  percentageComplete: v.nullish(v.number()),
  resourceId: text,
  errorCode: text,
  error: v.nullish(v.looseObject({ code: text })),
});

/** @throws v.ValiError where it is neither a status nor the new item, as which small copies answer (OD#852) */
export function parseCopyStatus(json: unknown): CopyStatus {
  const { id, name, status, percentageComplete, errorCode, error } = v.parse(schema, json);
  switch (status?.toLowerCase()) {
    case 'completed':
      return { kind: 'completed' };
    case 'failed':
    case 'deletefailed':
      return { kind: 'failed', error: readError(error ?? { code: errorCode }) };
    case undefined:
      v.parse(v.object({ id: v.string(), name: v.string() }), { id, name });
      return { kind: 'completed' };
    default:
      return { kind: 'running', percent: Math.min(100, Math.max(0, percentageComplete ?? 0)) };
  }
}

/** As the answer to a request would have told it. */
function readError(error: object): OneDriveError {
  return errorFromAnswer({ status: 400, body: JSON.stringify({ error }), header: () => null }, 0);
}

import * as v from 'valibot';
import { isSecureAddress } from '../lib';

/** Where somebody's files are, and how much room they have. Source: microsoft-graph-docs, resources/drive, quota. */
export interface Drive {
  readonly driveType: 'personal' | 'business' | 'documentLibrary' | undefined;
  readonly quota: Quota | undefined;
  readonly webUrl: string | undefined;
}

interface Quota {
  /** Bytes. */
  readonly used: number;
  /** Bytes; undefined where there is no limit, or none is told. */
  readonly total: number | undefined;
  /** Bytes; undefined where there is no limit, or none is told. */
  readonly remaining?: number | undefined;
  readonly state: 'normal' | 'nearing' | 'critical' | 'exceeded' | undefined;
}

const word = <const T extends readonly string[]>(words: T) =>
  v.fallback(v.optional(v.picklist(words)), undefined);
const number = v.nullish(v.number());
const quotaSchema = v.looseObject({
  used: number,
  total: number,
  remaining: number,
  state: word(['normal', 'nearing', 'critical', 'exceeded']),
});
const schema = v.looseObject({
  driveType: word(['personal', 'business', 'documentLibrary']),
  quota: v.nullish(quotaSchema),
  webUrl: v.nullish(v.string()),
});

/** @throws v.ValiError */
export function parseDrive(json: unknown): Drive {
  const { driveType, quota, webUrl } = v.parse(schema, json);
  return {
    driveType,
    quota: quota ? readQuota(quota) : undefined,
    webUrl: webUrl && isSecureAddress(webUrl) ? webUrl : undefined,
  };
}

/** Without a total there is no limit, whatever is said to remain. */
function readQuota(raw: v.InferOutput<typeof quotaSchema>): Quota | undefined {
  const { used, state } = raw;
  if (typeof used !== 'number') return undefined;
  const total = raw.total || undefined;
  const left = raw.remaining ?? (total ?? 0) - used;
  return { used, total, remaining: total === undefined ? undefined : Math.max(0, left), state };
}

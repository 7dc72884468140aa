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
  readonly state: 'normal' | 'nearing' | 'critical' | 'exceeded' | undefined;
}

const word = <const T extends readonly string[]>(words: T) =>
  v.fallback(v.optional(v.picklist(words)), undefined);
const number = v.nullish(v.number());
const schema = v.looseObject({
  driveType: word(['personal', 'business', 'documentLibrary']),
  quota: v.nullish(
    v.looseObject({
      used: number,
      total: number,
      state: word(['normal', 'nearing', 'critical', 'exceeded']),
    }),
  ),
  webUrl: v.nullish(v.string()),
});

/** @throws v.ValiError */
export function parseDrive(json: unknown): Drive {
  const { driveType, quota, webUrl } = v.parse(schema, json);
  return {
    driveType,
    quota:
      typeof quota?.used === 'number'
        ? { used: quota.used, total: quota.total || undefined, state: quota.state }
        : undefined,
    webUrl: webUrl && isSecureAddress(webUrl) ? webUrl : undefined,
  };
}

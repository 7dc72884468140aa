import * as v from 'valibot';
import { createSecretUrl, type SecretUrl } from '../lib';

/** A byte range the service still wants: `end` is exclusive, absent = to the end of the file. */
export interface ExpectedRange {
  readonly start: number;
  readonly end?: number | undefined;
}

/** What the service says of a running session. Source: microsoft-graph-docs, driveItem: createUploadSession. */
export interface UploadSessionStatus {
  readonly nextExpectedRanges: readonly ExpectedRange[];
}

export interface UploadSession extends UploadSessionStatus {
  readonly uploadUrl: SecretUrl;
}

const statusSchema = v.looseObject({
  nextExpectedRanges: v.nullish(v.array(v.string())),
});
const sessionSchema = v.looseObject({ ...statusSchema.entries, uploadUrl: v.string() });

/** @throws v.ValiError */
export function parseUploadSession(json: unknown): UploadSession {
  const raw = v.parse(sessionSchema, json);
  return { ...readStatus(raw), uploadUrl: createSecretUrl(raw.uploadUrl) };
}

/** @throws v.ValiError */
export function parseUploadSessionStatus(json: unknown): UploadSessionStatus {
  return readStatus(v.parse(statusSchema, json));
}

function readStatus(raw: v.InferOutput<typeof statusSchema>): UploadSessionStatus {
  // Not `expirationDateTime`: a session has ended when the service says so, whatever the page's clock shows.
  return { nextExpectedRanges: (raw.nextExpectedRanges ?? []).flatMap(readRange) };
}

/** `"26-"` or `"5242880-8255205"`; the service's end is inclusive. */
function readRange(text: string): ExpectedRange[] {
  const match = /^\s*(\d+)\s*-\s*(\d*)\s*$/.exec(text);
  if (!match) return [];
  return [{ start: Number(match[1]), end: match[2] ? Number(match[2]) + 1 : undefined }];
}

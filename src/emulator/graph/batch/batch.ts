import * as v from 'valibot';
import { toErrorResponse, type Answer } from '../protocol/answer';
import { badRequest, GraphError } from '../protocol/graph-error';
import type { Call } from '../world';
import { partRequest, partSchema, type Part } from './part-request';

const MOST_PARTS = 20;
/** What a part tells of its headers; clients look for exactly these spellings. */
const TOLD = [
  'Cache-Control',
  'Content-Type',
  'ETag',
  'Location',
  'Preference-Applied',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Retry-After',
];

const batchSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.looseObject({ requests: v.pipe(v.array(partSchema), v.minLength(1)) }),
);

interface PartAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** `POST /$batch`: up to twenty requests in one. It succeeds as a whole whatever becomes of its parts. */
export async function answerBatch(call: Call): Promise<Answer> {
  const parts = readParts(call);
  const answers = new Map<string, PartAnswer>();
  for (const part of parts) {
    // One after the other: so a dependency, which must stand before what depends on it, is always answered.
    answers.set(keyOf(part.id), await answerPart(call, part, answers));
  }
  return { status: 200, body: { responses: [...answers.values()] } };
}

function readParts({ text }: Call): readonly Part[] {
  const read = v.safeParse(batchSchema, text);
  if (!read.success) throw badRequest('Invalid batch payload format.');
  const { requests } = read.output;
  if (requests.length > MOST_PARTS) {
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${MOST_PARTS}.`);
  }
  const seen = new Set<string>();
  for (const { id, dependsOn } of requests) {
    if (seen.has(keyOf(id))) throw badRequest(`Request Id ${id} has to be unique in a batch.`);
    const unknown = dependsOn?.find((other) => !seen.has(keyOf(other)));
    if (unknown !== undefined) {
      throw badRequest(`Request Id ${id} depends on ${unknown}, which is no earlier request of the batch.`);
    }
    seen.add(keyOf(id));
  }
  return requests;
}

async function answerPart(
  call: Call,
  part: Part,
  answers: ReadonlyMap<string, PartAnswer>,
): Promise<PartAnswer> {
  const response = await respond(call, part, answers);
  const headers = Object.fromEntries(
    TOLD.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  return { id: part.id, status: response.status, headers, ...(body !== undefined && { body }) };
}

async function respond(call: Call, part: Part, answers: ReadonlyMap<string, PartAnswer>): Promise<Response> {
  try {
    if (part.dependsOn?.some((other) => (answers.get(keyOf(other))?.status ?? 424) >= 400)) {
      throw new GraphError(424, 'FailedDependency', 'A request it depends on has failed.');
    }
    return await call.answer(partRequest(part, call.url.origin));
  } catch (error) {
    if (error instanceof GraphError) return toErrorResponse(call.world, call.request, error);
    throw error;
  }
}

/** Ids are compared ignoring case. */
function keyOf(id: string): string {
  return id.toLowerCase();
}

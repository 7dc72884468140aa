import { Ajv2019, type ErrorObject, type ValidateFunction } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import answers from '../schema/answers.schema.json';
import graph from '../schema/graph.schema.json';
import { askedOptions } from './asked-options';
import { shapeOf, type Shape } from './answer-routes';
import { bodySchema } from './body-schema';
import { checkHeaders } from './answer-headers';
import type { Asked, Reply } from './graph-call';

const ajv = new Ajv2019({
  schemas: [graph, answers],
  strict: true,
  strictTypes: false,
  strictRequired: false,
});
addFormats.default(ajv, ['uri', 'uuid']);
// UTC in whole seconds (protocol 1.4).
ajv.addFormat('graph-date', /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/);

const compiled = new Map<string, ValidateFunction>();

/**
 * Holds an answer against the schema of what was asked: unknown properties and missing ones fail, and so
 * does an answer for which no schema is known, lest one be forgotten.
 * @throws Error that names the place, what was expected there and what was found.
 */
export function checkAnswer(asked: Asked, reply: Reply): void {
  const { pathname, searchParams } = new URL(asked.url);
  const what = `${asked.method} ${decodeURIComponentSafely(pathname)} → ${reply.status}`;
  if (asked.method === 'OPTIONS') return;
  if (asked.host === 'graph') checkHeaders(asked, reply, what);
  if (asked.method === 'HEAD' || hasNoBody(reply.status)) {
    refuseBody(reply.text, what);
    return;
  }
  if (asked.host === 'bytes') checkBytesAnswer(asked, reply, what);
  else if (reply.status >= 400) meets('answers.schema.json#/definitions/error.graph', reply.json, what);
  else checkGraphAnswer(asked, reply, { what, pathname, searchParams });
}

function hasNoBody(status: number): boolean {
  return status === 204 || status === 302 || status === 304;
}

interface Place {
  readonly what: string;
  readonly pathname: string;
  readonly searchParams: URLSearchParams;
}

function checkGraphAnswer(asked: Asked, reply: Reply, { what, pathname, searchParams }: Place): void {
  const shape = shapeOf(asked.method, pathname, reply.status);
  if (shape === undefined) {
    throw new Error(`${what}: no schema is known for this answer. Add it to support/answer-routes.ts.`);
  }
  checkBody(shape, { body: reply.json, text: reply.text, searchParams, what });
  if (shape.kind === 'batch') checkParts(asked, reply.json);
}

interface Body {
  readonly body: unknown;
  readonly text: string;
  readonly searchParams: URLSearchParams;
  readonly what: string;
}

function checkBody(shape: Shape, { body, text, searchParams, what }: Body): void {
  if (shape.kind === 'bytes') return;
  if (shape.kind === 'nothing') {
    refuseBody(text, what);
    return;
  }
  const options = askedOptions(searchParams);
  const key = JSON.stringify([shape, options]);
  const validate = compiled.get(key) ?? ajv.compile(bodySchema(shape, options));
  compiled.set(key, validate);
  report(validate, body, what);
}

interface Part {
  readonly id: string;
  readonly status: number;
  readonly body?: unknown;
}

/** Every part of a batch is an answer of its own. */
function checkParts(asked: Asked, json: unknown): void {
  const { requests } = asked.body as { requests: { id: string; method: string; url: string }[] };
  for (const part of (json as { responses: Part[] }).responses) {
    const request = requests.find(({ id }) => id === part.id);
    if (request === undefined) throw new Error(`POST $batch: nobody asked for the part “${part.id}”.`);
    const url = new URL(request.url.replace(/^\/*/, '/'), 'https://graph.microsoft.com').href;
    checkPart({ ...asked, method: request.method.toUpperCase(), url }, part);
  }
}

function checkPart(asked: Asked, { status, body }: Part): void {
  const { pathname, searchParams } = new URL(asked.url);
  const what = `${asked.method} ${pathname} in $batch → ${status}`;
  const text = body === undefined || body === null ? '' : JSON.stringify(body);
  if (status >= 400) meets('answers.schema.json#/definitions/error.graph', body, what);
  else if (hasNoBody(status)) refuseBody(text, what);
  else {
    const reply = { status, headers: new Headers(), text, json: body } as Reply;
    checkGraphAnswer(asked, reply, { what, pathname, searchParams });
  }
}

function refuseBody(text: string, what: string): void {
  if (text !== '') throw new Error(`${what}: no body was expected, but there is one: ${shortened(text)}`);
}

/** The hosts of preauthenticated URLs: JSON of upload sessions and monitors, everything else as bytes. */
function checkBytesAnswer(asked: Asked, reply: Reply, what: string): void {
  const { status, headers, json } = reply;
  const isJson = headers.get('content-type')?.startsWith('application/json') === true;
  if (!isJson || headers.has('content-disposition')) return;
  if (status >= 400) meets('answers.schema.json#/definitions/error.bytes', json, what);
  else if (/\/(monitor|operations)\//.test(asked.url))
    meets('answers.schema.json#/definitions/asyncJobStatus', json, what);
  else if ((status === 200 || status === 201) && asked.method !== 'GET') meets(UPLOADED, json, what);
  else if (status === 200 || status === 202)
    meets('answers.schema.json#/definitions/uploadProgress', json, what);
  else throw new Error(`${what}: no schema is known for this answer.`);
}

/** The item that the last range of an upload, or its commit, answers with. */
const UPLOADED = 'uploaded';
ajv.addSchema(
  {
    allOf: [
      { $ref: 'answers.schema.json#/definitions/driveItem' },
      { $ref: 'answers.schema.json#/definitions/driveItem.full' },
    ],
    properties: { '@odata.context': { $ref: 'answers.schema.json#/definitions/url' } },
    required: ['file'],
    unevaluatedProperties: false,
  },
  UPLOADED,
);

function meets(schema: string, body: unknown, what: string): void {
  const validate = ajv.getSchema(schema);
  if (validate === undefined) throw new Error(`There is no schema ${schema}.`);
  report(validate, body, what);
}

function report(validate: ValidateFunction, body: unknown, what: string): void {
  if (validate(body)) return;
  const problems = (validate.errors ?? []).map((error) => `  ${describeProblem(error, body)}`);
  throw new Error(
    `${what}: the answer is not as documented\n${[...new Set(problems)].slice(0, 8).join('\n')}`,
  );
}

function describeProblem({ instancePath, keyword, message, params }: ErrorObject, body: unknown): string {
  const at = instancePath === '' ? '/' : instancePath;
  const extra = Object.values(params as Record<string, unknown>)
    .filter((value) => typeof value === 'string' || Array.isArray(value))
    .join(', ');
  const detail = keyword === 'required' || message?.includes(extra) === true ? '' : ` (${shortened(extra)})`;
  return `${at} ${message ?? keyword}${detail}: ${shortened(JSON.stringify(valueAt(body, instancePath)))}`;
}

function valueAt(body: unknown, pointer: string): unknown {
  const names = pointer.split('/').slice(1);
  return names.reduce<unknown>(
    (value, name) => (value as Record<string, unknown>)[name.replaceAll('~1', '/').replaceAll('~0', '~')],
    body,
  );
}

function shortened(text: string | undefined): string {
  const whole = text ?? 'nothing';
  return whole.length > 160 ? `${whole.slice(0, 160)}…` : whole;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

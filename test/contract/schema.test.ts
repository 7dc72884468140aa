import { describe, expect, it } from 'vitest';
import { GRAPH, type Reply } from './graph-world';
import { checkAnswer } from './support/answer-schema';
import { answerSamples, type Sample } from './support/answer-samples';
import { allShapes, shapeOf, type Shape } from './support/answer-routes';
import { documentedSamples } from './support/documented-samples';
import type { Asked } from './support/graph-call';
import { mutantsOf } from './support/mutants';

/** What right answers may lack, and why. Everything else that any sample holds is required. */
const MAY_BE_MISSING: readonly (readonly [RegExp, string])[] = [
  [/\/(createdBy|lastModifiedBy|owner)\/user\/(email|id)$/, 'the system account has neither (protocol 1.3)'],
  [/\/parentReference\/siteId$/, 'not always told (1.5)'],
  [/\/hashes\/sha1Hash$/, 'some items of personal drives (1.8)'],
  [/\/folder\/view(\/\w+)?$/, 'personal drives, often empty (1.2)'],
  [/@odata\.count$/, 'lists need not be counted (3.1)'],
  [/^\/@odata\.nextLink$/, 'the last page has none (3.1)'],
];

const isOptional = (pointer: string): boolean => MAY_BE_MISSING.some(([names]) => names.test(pointer));

describe('the schemas refuse every wrong version of a right answer', () => {
  it.each([...answerSamples, ...documentedSamples])('$title', async ({ take, alsoRight }: Sample) => {
    const { asked, reply } = await take();
    checkAnswer(asked, reply);
    const mutants = [...mutantsOf(reply.json)];
    const accepted = mutants.filter(({ json }) => passes(asked, withBody(reply, json)));
    const right = mutants.filter(
      ({ change, pointer }) =>
        (change === 'without' && isOptional(pointer)) || alsoRight.includes(`${change} ${pointer}`),
    );
    expect(told(accepted)).toEqual(told(right));
    expect(told(right)).toEqual(expect.arrayContaining([...alsoRight]));
  });
});

function told(mutants: readonly { readonly change: string; readonly pointer: string }[]): string[] {
  return [...new Set(mutants.map(({ change, pointer }) => `${change} ${pointer}`))].sort();
}

describe('the samples', () => {
  it('hold every kind of body that any route answers', async () => {
    const nameOf = (shape: Shape): string => ('of' in shape ? `${shape.of} (${shape.role})` : shape.kind);
    const taken = await Promise.all([...answerSamples, ...documentedSamples].map(({ take }) => take()));
    const sampled = taken
      .filter(({ asked }) => asked.host === 'graph')
      .map(({ asked, reply }) => shapeOf(asked.method, new URL(asked.url).pathname, reply.status))
      .flatMap((shape) => (shape === undefined ? [] : [nameOf(shape)]));
    const known = allShapes().map(nameOf);
    const unproved = known.filter((name) => !sampled.includes(name));
    expect([...new Set(unproved)].sort()).toEqual(['bytes', 'nothing']);
  });
});

describe('an answer is refused', () => {
  const [first] = answerSamples;
  const file = async (): Promise<{ asked: Asked; reply: Reply }> => first!.take();

  it.each([
    'request-id',
    'client-request-id',
    'x-ms-ags-diagnostic',
    'date',
    'odata-version',
    'cache-control',
    'content-type',
  ])('without the header %s, or with nonsense in it', async (name) => {
    const { asked, reply } = await file();
    for (const value of ['', '\u00a0', null]) {
      const headers = new Headers(reply.headers);
      if (value === null) headers.delete(name);
      else headers.set(name, value);
      expect(() => checkAnswer(asked, { ...reply, headers })).toThrow(name);
    }
  });

  it('that demands TLS on a name of this computer, or not on another', async () => {
    const { asked, reply } = await file();
    const demanding = new Headers(reply.headers);
    demanding.set('strict-transport-security', 'max-age=31536000');
    const elsewhere = { ...asked, url: asked.url.replace(GRAPH, 'https://graph.microsoft.com') };
    const wrong = 'strict-transport-security';
    expect(() => checkAnswer(asked, { ...reply, headers: demanding })).toThrow(wrong);
    expect(() => checkAnswer(elsewhere, reply)).toThrow(wrong);
  });

  it('that does not send the caller’s own id back', async () => {
    const { asked, reply } = await file();
    const headers = new Headers({ 'client-request-id': crypto.randomUUID() });
    expect(() => checkAnswer({ ...asked, headers }, reply)).toThrow('client-request-id');
  });

  it('that has a body where there must be none', async () => {
    const { asked, reply } = await file();
    const deleted = { ...reply, status: 204 };
    expect(() => checkAnswer({ ...asked, method: 'DELETE' }, deleted)).toThrow('no body was expected');
    expect(() => checkAnswer({ ...asked, method: 'HEAD' }, reply)).toThrow('no body was expected');
  });

  it('that is a redirection to nowhere', async () => {
    const { asked, reply } = await file();
    const redirect = { ...reply, status: 302, text: '' };
    expect(() => checkAnswer({ ...asked, url: `${asked.url}/content` }, redirect)).toThrow('location');
  });

  it('whose schema nobody knows: another status, another path, another $expand', async () => {
    const { asked, reply } = await file();
    expect(() => checkAnswer(asked, { ...reply, status: 203 })).toThrow('no schema is known');
    expect(() => checkAnswer({ ...asked, url: `${asked.url}/planets` }, reply)).toThrow('no schema is known');
    expect(() => checkAnswer({ ...asked, url: `${asked.url}?$expand=planets` }, reply)).toThrow(
      'No schema is known for $expand=planets',
    );
  });

  it('with a message that names the place, what was expected and what was there', async () => {
    const { asked, reply } = await file();
    const wrong = withBody(reply, { ...reply.json, eTag: 'none' });
    expect(() => checkAnswer(asked, wrong)).toThrow(
      /^GET \/v1\.0.* → 200: .*\n {2}\/eTag must match .*: "none"$/,
    );
  });
});

function withBody(reply: Reply, json: unknown): Reply {
  return { ...reply, json: json as Reply['json'], text: JSON.stringify(json) };
}

function passes(asked: Asked, reply: Reply): boolean {
  try {
    checkAnswer(asked, reply);
    return true;
  } catch {
    return false;
  }
}

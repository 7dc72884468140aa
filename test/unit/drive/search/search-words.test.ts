import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keywordQuery } from '../../../../src/drive/elsewhere/search/keyword-query';
import { searchFunction } from '../../../../src/drive/elsewhere/search/search-function';
import { searchWords } from '../../../../src/drive/elsewhere/search/search-words';
import { createGraph } from '../../../../src/graph';
import { createThrottleGate } from '../../../../src/lib';
import { readSegments } from '../../../../src/emulator/graph/address/segments';
import { textArgument } from '../../../../src/emulator/graph/protocol/route';
import { parseKql, termsOf, type Kql } from '../../../../src/emulator/graph/search/kql';
import { createManualEnvironment } from '../../../support/manual-environment';

/** Anything that can be typed or pasted, the signs that mean something somewhere more often than others. */
const typed = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        ...Array.from(`'"#%/\\?&+=:;,()[]{}*<>|~ -@$`),
        'AND',
        'OR',
        'NOT',
        '\ud83c',
        '🎉',
        'مرحبا',
        '%27',
        '..',
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

/** What the service is asked, over the whole Graph layer, as a service reads it. */
async function askedOf(query: string): Promise<string | undefined> {
  const environment = createManualEnvironment();
  environment.answerWith(() => Response.json({ value: [] }));
  const graph = createGraph({
    root: 'https://graph.microsoft.com/v1.0',
    environment,
    gate: createThrottleGate(environment),
    accessTokens: { getAccessToken: async () => 'token' },
  });
  await graph.get({ path: `/me/drive/root/${searchFunction(query)}`, access: 'read' }, () => undefined);
  const { pathname, search } = new URL(environment.requests[0]?.url ?? '');
  expect(search).toBe('');
  const segments = readSegments(pathname.replace('/v1.0', ''));
  expect(segments.slice(0, 3)).toEqual(['me', 'drive', 'root']);
  expect(segments).toHaveLength(4);
  return textArgument(segments[3]?.slice('search('.length, -1) ?? '', 'q');
}

describe('what is typed', () => {
  it('reaches the service word by word, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(typed, async (query) => {
        expect(await askedOf(query)).toBe(searchWords(query).join(' '));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every word that a name can hold', () => {
    expect(searchWords("it's 100% #1, a+b & (c) 🎉 مرحبا")).toEqual([
      "it's",
      '100%',
      '#1,',
      'a+b',
      '&',
      '(c)',
      '🎉',
      'مرحبا',
    ]);
    expect(searchWords('a/b "c d" -e')).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(searchWords('cafe\u0301')).toEqual(['caf\u00e9']);
  });

  it.each([' ', '\u3000', '"*"', '///', '\ud83c'])('is nothing that could be searched for: %j', (query) => {
    expect(searchWords(query)).toEqual([]);
  });

  it('never means more than words to the index of everything', () => {
    fc.assert(
      fc.property(typed, (query) => {
        const text = keywordQuery(query);
        const terms = leavesOf(parseKql(text));
        expect(terms.every(({ of, prefix }) => of === 'any' && prefix)).toBe(true);
        expect(
          termsOf(parseKql(text))
            .map((term) => `${term}*`)
            .join(' '),
        ).toBe(text);
      }),
    );
    expect(keywordQuery('Plan NOT author:mina OR -draft')).toBe('plan* not* author* mina* or* draft*');
    expect(keywordQuery('🎉')).toBe('');
  });
});

type Leaf = Extract<Kql, { kind: 'term' }>;

/** All terms; anything but a list of them fails. */
function leavesOf(query: Kql): readonly Leaf[] {
  if (query.kind === 'term') return [query];
  if (query.kind !== 'all') throw new Error(`${query.kind} in a query that should be words.`);
  return query.parts.flatMap(leavesOf);
}

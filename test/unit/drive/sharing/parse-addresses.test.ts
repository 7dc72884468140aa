import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseAddresses } from '../../../../src/drive/sharing/parse-addresses';

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const email = fc.tuple(word, word, word).map(([local, host, end]) => `${local}@${host}.${end}`);
const name = fc.stringMatching(/^[A-Za-zÀ-ž][A-Za-zÀ-ž ,;.'-]{0,15}$/).map((text) => text.trim());
const separator = fc.constantFrom(';', ',', '\n', '\r\n', ' ; ', ',\n', ';;');

it('reads every address that a mail program writes, with or without names, however they are parted', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(email, { minLength: 1, maxLength: 6 }),
      fc.infiniteStream(fc.option(name, { nil: '' })),
      fc.infiniteStream(separator),
      (emails, names, separators) => {
        const text = emails
          .map((each) => {
            const called = names.next().value;
            return `${called ? `"${called}" <${each}>` : each}${separators.next().value}`;
          })
          .join('');
        expect(parseAddresses(text).map((token) => token.kind === 'address' && token.email)).toEqual(emails);
      },
    ),
  );
});

it('never throws, and loses nothing but separators, spaces and repetitions', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const kept = parseAddresses(text).map((token) => (token.kind === 'address' ? token.email : token.text));
      expect(kept.every((each) => each !== '')).toBe(true);
      expect(kept.length === 0).toBe(!/[^\s,;]/.test(text));
    }),
  );
});

it.each([
  ['Ann Lee <ann@b.example>', { kind: 'address', email: 'ann@b.example', name: 'Ann Lee' }],
  ['"Lee, Ann" <ann@b.example>', { kind: 'address', email: 'ann@b.example', name: 'Lee, Ann' }],
  ['mailto:ann@b.example', { kind: 'address', email: 'ann@b.example' }],
  ['Ann Lee', { kind: 'invalid', text: 'Ann Lee', reason: 'no-at' }],
  ['ann@', { kind: 'invalid', text: 'ann@', reason: 'incomplete' }],
  ['ann@localhost', { kind: 'invalid', text: 'ann@localhost', reason: 'incomplete' }],
  ['an n@b.example', { kind: 'invalid', text: 'an n@b.example', reason: 'character' }],
  ['a@b@c.example', { kind: 'invalid', text: 'a@b@c.example', reason: 'character' }],
  ['ann\u202E@b.example', { kind: 'invalid', text: 'ann\u202E@b.example', reason: 'character' }],
])('reads %j', (text, token) => {
  expect(parseAddresses(text)).toEqual([token]);
});

it('takes nobody twice, whatever the case', () => {
  expect(parseAddresses('a@b.example, A@B.example; a@b.example')).toHaveLength(1);
});

it('lets an unclosed quote end with its line', () => {
  expect(parseAddresses('"Ann <ann@b.example>\nbob@b.example')).toMatchObject([
    { kind: 'address', email: 'ann@b.example' },
    { kind: 'address', email: 'bob@b.example' },
  ]);
});

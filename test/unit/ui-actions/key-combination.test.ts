import { describe, expect, it } from 'vitest';
import { isPressed, isSingleCharacter } from '../../../src/ui/actions/key-combination';

const NOTHING_HELD = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('what is pressed', () => {
  it.each([
    ['F2', { key: 'F2' }],
    ['Control+U', { key: 'u', ctrlKey: true }],
    ['Control+U', { key: 'u', metaKey: true }],
    ['Control+Shift+N', { key: 'N', ctrlKey: true, shiftKey: true }],
    ['Alt+N', { key: 'n', altKey: true }],
    // A Mac writes another letter with Alt.
    ['Alt+N', { key: '˜', code: 'KeyN', altKey: true }],
    // Signs stand at other places on other keyboards, some behind Shift.
    ['?', { key: '?', shiftKey: true }],
    ['/', { key: '/' }],
    ['/', { key: '/', shiftKey: true }],
    ['Control++', { key: '+', ctrlKey: true }],
  ])('%s is %j', (combination, held) => {
    expect(isPressed(combination, { ...NOTHING_HELD, ...held })).toBe(true);
  });

  it.each([
    ['F2', { key: 'F2', ctrlKey: true }],
    ['Delete', { key: 'Delete', shiftKey: true }],
    ['Control+U', { key: 'u' }],
    ['Control+U', { key: 'u', ctrlKey: true, altKey: true }],
    ['Alt+N', { key: 'b', code: 'KeyB', altKey: true }],
    ['N', { key: 'b', code: 'KeyN' }],
    ['?', { key: '?', ctrlKey: true }],
  ])('%s is not %j', (combination, held) => {
    expect(isPressed(combination, { ...NOTHING_HELD, ...held })).toBe(false);
  });
});

it('a sign or a letter alone is a single character; keys with names, and with others held, are not', () => {
  expect(['?', '/', 'N', 'F2', 'Delete', 'Control+U', 'Alt+N'].filter(isSingleCharacter)).toEqual([
    '?',
    '/',
    'N',
  ]);
});

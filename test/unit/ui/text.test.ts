import { describe, expect, it, vi } from 'vitest';
import { loadReader, type Message } from '../../../src/locales';
import { createText, loadLaterTexts } from '../../../src/ui/text';

await loadLaterTexts();

function textIn(locale: string, overrides: Record<string, Message> = {}) {
  const onInvalid = vi.fn();
  return { text: createText({ locale, overrides, onInvalid }), onInvalid };
}

const noon = new Date(2026, 2, 5, 12, 30, 9).getTime();

describe('texts', () => {
  it('stand as they are, or have their values filled in', () => {
    const { text } = textIn('en');
    expect(text('command.upload')).toBe('Upload');
    expect(text('list.select', { name: 'a {b}.txt' })).toBe('Select a {b}.txt');
    expect(text('list.items', { count: 1 })).toBe('1 item');
    expect(text('list.items', { count: 1234 })).toBe('1,234 items');
    expect(text('dialog.name.characters', { count: 2, characters: '< >' })).toBe(
      'A name can’t contain the characters < >',
    );
    expect(text('transfer.finishedFailed', { done: 0, failed: 3 })).toBe('3 failed');
    expect(text('transfer.percent', { percent: 40 })).toBe('40% done');
  });

  it('have the dates, numbers and lists of the locale', () => {
    const { text } = textIn('de');
    expect(text('list.items', { count: 1234 })).toBe('1.234 items');
    expect(text.day(noon)).toBe('05.03.2026');
    expect(text.date(noon)).toBe('05.03.2026, 12:30');
    expect(text.time(noon)).toBe('12:30:09');
    expect(text.ago(1, 'day')).toBe('gestern');
    expect(text.ago(3, 'hour')).toBe('vor 3 Stunden');
    expect(text.size(1_300_000)).toBe('1,2 MB');
    expect(text.anyOf(['PDF', 'DOCX', 'PNG'])).toBe('PDF, DOCX oder PNG');
    expect(text.allOf(['PDF', 'DOCX'])).toBe('PDF und DOCX');
  });

  it('have sizes as people read them', () => {
    const { text } = textIn('en');
    expect([0, 1, 999, 1024, 5 * 1024 ** 3].map(text.size)).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1 kB',
      '5 GB',
    ]);
  });

  it.each(['en_US', '', 'xx-invalid-and-far-too-long'])(
    'are in English where “%s” is the locale',
    (locale) => {
      expect(textIn(locale).text('list.items', { count: 1234 })).toBe('1,234 items');
    },
  );

  it('of the page stand in the place of ours, with all that ICU messages can', async () => {
    const read = await loadReader();
    const { text, onInvalid } = textIn('en', {
      'command.upload': 'Hand in',
      'list.items': read(
        '{count, plural, =0 {nothing} one {one paper} other {{count, number, integer} papers}}',
      ),
    });
    expect(text('command.upload')).toBe('Hand in');
    expect([0, 1, 1234].map((count) => text('list.items', { count }))).toEqual([
      'nothing',
      'one paper',
      '1,234 papers',
    ]);
    expect(onInvalid).not.toHaveBeenCalled();
  });

  it('of the page that want what there is not leave ours, and are told', async () => {
    const read = await loadReader();
    const { text, onInvalid } = textIn('en', { 'list.items': read('{number} papers') });
    expect(text('list.items', { count: 2 })).toBe('2 items');
    expect(onInvalid).toHaveBeenCalledWith('list.items');
  });
});

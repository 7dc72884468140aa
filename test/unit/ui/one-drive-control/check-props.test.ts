import { describe, expect, it } from 'vitest';
import { checkProps } from '../../../../src/ui/one-drive-control/check-props';

const check = (props: object) => {
  const { valid, wrong } = checkProps(props);
  return { valid, wrong: wrong.map(({ name }) => name) };
};

describe('settings that can’t be read', () => {
  it.each([
    ['mode', 'edit'],
    ['files', 'Scan.pdf'],
    ['pickKind', 'pets'],
    ['selection', 'many'],
    ['theme', 'pink'],
    ['dir', 'up'],
    ['cacheLocation', 'cookie'],
    ['interaction', 'window'],
    ['maxCount', -1],
    ['maxCount', 0],
    ['maxCount', 1.5],
    ['maxCount', '3'],
    ['maxCount', Number.NaN],
    ['maxSize', -1],
    ['maxSize', 0],
    ['maxSize', '10MB'],
    ['maxSize', Number.POSITIVE_INFINITY],
    ['itemFilter', 'name'],
    ['strings', 'Attach'],
  ])('are named and left out: %s %j', (name, value) => {
    expect(check({ [name]: value })).toEqual({ valid: { [name]: undefined }, wrong: [name] });
  });

  it('are texts that are none; of ids that there are not, the view tells', () => {
    const strings = { 'pick.choose': 'Attach', 'list.label': 7, 'pick.cancel': undefined };
    expect(check({ strings }).wrong).toEqual(['strings.list.label']);
    expect(check({ strings }).valid).toMatchObject({ strings });
  });
});

describe('settings that can be read', () => {
  it('stay as they are', () => {
    const props = {
      clientId: 'client',
      mode: 'pick',
      pickKind: 'all',
      selection: 'none',
      maxCount: 1,
      maxSize: 0.5,
      itemFilter: () => true,
      theme: 'teams-dark',
      dir: 'rtl',
      cacheLocation: 'memoryStorage',
      interaction: 'redirect',
      can: '',
    };
    expect(check(props)).toEqual({ valid: { ...props }, wrong: [] });
  });

  it('count as not given where frameworks write nothing for them', () => {
    const { valid, wrong } = check({ mode: '', maxCount: null, itemFilter: null, theme: undefined });
    expect(wrong).toEqual([]);
    expect(valid).toEqual({});
  });
});

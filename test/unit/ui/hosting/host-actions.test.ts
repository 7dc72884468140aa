import { describe, expect, it, vi } from 'vitest';
import type { ActionDetail, ControlListeners, HostAction } from '../../../../src/host';
import { createSituation } from '../../../../src/ui/actions/situation';
import { readHostActions } from '../../../../src/ui/hosting/host-actions';
import { createHostDoor } from '../../../../src/ui/one-drive-control/guard-model';
import { createText } from '../../../../src/ui/text';
import { DEFAULT_VIEW_OPTIONS } from '../../../../src/ui/view-options';
import { createViewState } from '../../../../src/ui/view-state';
import { buildFile } from '../../../support/drive-items';
import { createFakeControlModel } from '../../../support/fake-control-model';

const FILE = buildFile({ name: 'a.txt' });

function createScene(listeners: ControlListeners = {}) {
  const control = createFakeControlModel(() => [FILE]);
  const { signal: ended } = new AbortController();
  const door = createHostDoor({ control, listeners: { current: listeners }, ended });
  const read = (actions: readonly HostAction[]) => readHostActions(door, actions);
  const text = createText({ locale: 'en', overrides: {}, onInvalid: () => undefined });
  const parts = { control, view: createViewState(), options: DEFAULT_VIEW_OPTIONS, text };
  return { read, situation: createSituation(parts, [FILE]) };
}

describe('an action of the page', () => {
  it.each([
    ['multiple', ['a.txt'], true, false],
    ['single', ['a.txt'], true, false],
    ['current', [''], false, true],
    ['none', [], true, true],
  ] as const)(
    'of “%s” is done to %j, whatever else is selected; filters ask that',
    (selection, names, ofText, ofFolders) => {
      const details: ActionDetail[] = [];
      const { read, situation } = createScene({ onAction: (detail) => details.push(detail) });
      const base = { label: 'Archive', selection };
      const [all, texts, folders] = read([
        { ...base, key: 'all' },
        { ...base, key: 'texts', filters: ['.txt'] },
        { ...base, key: 'folders', filters: ['folder'] },
      ]);
      all?.run(situation);
      expect(details.map(({ items }) => items.map(({ name }) => name))).toEqual([names]);
      expect([texts?.suits?.(situation), folders?.suits?.(situation)]).toEqual([ofText, ofFolders]);
      const late = details[0];
      expect(() => late?.respondWith(Promise.resolve())).toThrow(TypeError);
    },
  );

  it('that can’t be read is told once, however often the page gives the same list', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const errors: unknown[] = [];
    const { read } = createScene({ onError: (error) => errors.push(error) });
    const given = () => ['a', 'a', 'a'].map((key) => ({ key, label: 'Archive' }));
    read(given());
    expect(read(given())).toHaveLength(1);
    expect([warn.mock.calls.length, errors.length]).toEqual([2, 2]);
    warn.mockRestore();
  });
});

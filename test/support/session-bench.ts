import type { Connection } from '../../src/auth';
import { createPicker, selectOnly, type DriveItem } from '../../src/drive';
import type { ControlMode } from '../../src/host';
import { createStore } from '../../src/lib';
import { readRules } from '../../src/ui/one-drive-control/read-rules';
import { createSession } from '../../src/ui/one-drive-control/session';
import { buildFile } from './drive-items';
import { CONNECTED } from './fake-control-model';
import { createFakeFolderBrowser } from './fake-folder-browser';

export const plan = buildFile({ id: 'plan', name: 'Plan.docx' });
export const draft = buildFile({ id: 'draft', name: 'Draft.docx' });
export const picture = buildFile({ id: 'picture', name: 'Sunset.jpg' });

export const ACCOUNT = {
  id: 'account',
  name: 'Megan Bowen',
  username: 'megan@contoso.example',
  tenantId: 'tenant',
};

export type SessionScene = ReturnType<typeof createSessionScene>;

/** Who has the picker of a control, over a folder in memory; `told` is what the page hears. */
export function createSessionScene({
  mode = 'pick',
  start = CONNECTED,
}: { readonly mode?: 'browse' | 'pick'; readonly start?: Connection } = {}) {
  const folder = createFakeFolderBrowser(() => [plan, draft, picture]);
  const picker = createPicker({
    folder,
    requests: {
      children: async function* () {
        yield [picture];
      },
    },
  });
  const connection = createStore<Connection>(start);
  const ended = new AbortController();
  const session = createSession({ picker, connection }, ended.signal);
  const told: string[] = [];
  session.follow({
    onPick: ({ items }) => told.push(`pick ${items.map(({ name }) => name).join()}`),
    onSave: ({ name }) => told.push(`save ${name}`),
    onCancel: () => told.push('cancel'),
  });
  const setMode = (next: ControlMode, files: readonly File[] = []) =>
    session.setMode(next, (call) => readRules({}, call), files);
  const setProps = (isPick: boolean, props: Parameters<typeof readRules>[0] = {}) =>
    session.setMode(isPick ? 'pick' : 'browse', (call) => readRules(props, call));
  setProps(mode === 'pick');
  return {
    session,
    picker,
    folder,
    connection,
    told,
    setProps,
    setMode,
    rules: () => {
      const state = picker.state.get();
      return state.status === 'off' ? undefined : state.rules;
    },
    end: () => ended.abort(),
    select: (item: DriveItem) => picker.setSelection(() => selectOnly(item.id)),
    basket: () => {
      const state = picker.state.get();
      return state.status === 'off' ? 'off' : state.basket.map(({ item }) => item.name).join();
    },
  };
}

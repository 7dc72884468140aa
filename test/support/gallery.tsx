import { createRoot } from 'react-dom/client';
import { createPicker, type DriveItem, type PickRules } from '../../src/drive';
import type { ThemeName } from '../../src/host';
import { OneDriveError, type ErrorCode } from '../../src/lib';
import { OneDriveView } from '../../src/ui';
import { buildDemoItems, buildFiles } from './drive-items';
import { createFakeControlModel } from './fake-control-model';
import { buildRules } from './pick-rules';
import { buildTransfers } from './gallery-transfers';

// ?state= demo | loading | empty | filtered | error:<code> | notice:<code> | offline | partial | starting |
// signed-out | expired | deep | selected | pick | picked | full | many | folders |
// gathering | hidden | pick-signed-out | account | account-out | account-blocked | account-expired |
// transfers:<sending|waiting|paused|failed|conflict|asked|one|done|mixed|many>     &theme= &dir= &locale= &width= &count=
const query = new URLSearchParams(location.search);
const state = query.get('state') ?? 'demo';
const [kind = 'demo', code = 'unavailable'] = state.split(':');
const count = Number(query.get('count') ?? 0);

const contents = (id: string): readonly DriveItem[] => {
  if (kind === 'empty') return [];
  return id === 'root' && count === 0 ? buildDemoItems() : buildFiles(count || 40);
};
const model = createFakeControlModel(contents);
const error = new OneDriveError(code as ErrorCode, {
  status: 503,
  serviceCode: 'serviceNotAvailable',
  requestId: '6f1b2d5c-5d0e-4a61-9b1a-0f8c7d0a1b2c',
});
const retryAt = code === 'throttled' || code === 'offline' ? Date.now() + 42_000 : undefined;
const failed = { status: 'failed', error, retryAt } as const;

const STATES: Record<string, () => void> = {
  loading: () => model.folder.show([], { listing: { status: 'loading' } }),
  filtered: () => model.folder.setFilter('quarterly figures'),
  error: () => model.folder.show([], { listing: failed }),
  notice: () => model.folder.set({ listing: failed }),
  offline: () => model.online.set(false),
  partial: () => model.folder.set({ listing: { status: 'partial' } }),
  starting: () => model.connection.set({ state: 'starting' }),
  'signed-out': () => model.connection.set({ state: 'signed-out' }),
  deep: () =>
    void model.folder.openPath(['Documents', 'Projects', 'مشاريع', 'Concert hall, phase two', 'Drawings']),
  selected: () =>
    model.folder.setSelection((_, rows) => ({
      all: false,
      exceptions: new Set(rows.slice(1, 4).map((row) => row.id)),
    })),
  pick: () => pick({}),
  picked: () => pick({ selection: 'multiple', accept: ['.pdf', 'image/*', '.docx'] }, 3),
  full: () => pick({ selection: 'multiple', maxCount: 3 }, 3),
  many: () => pick({ selection: 'multiple' }, 1000),
  folders: () => pick({ kind: 'folders' }),
  gathering: () => {
    const children = async function* () {
      yield buildFiles(120);
      await new Promise(() => {}); // A folder whose end never comes.
    };
    Object.assign(model, { picker: createPicker({ folder: model.folder, requests: { children } }) });
    pick({ selection: 'multiple' });
    const [folder] = model.folder.state.get().rows;
    if (folder) void model.picker.gather(folder);
  },
  transfers: () => model.tasks.set(buildTransfers(code)),
  account: () => showAccount(),
  'account-out': () => model.connection.set({ state: 'signed-out' }),
  'account-blocked': () =>
    model.connection.set({ state: 'signed-out', error: new OneDriveError('admin-approval-needed') }),
  'account-expired': () => {
    const { account } = showAccount();
    model.connection.set({ state: 'expired', account });
  },
  'pick-signed-out': () => {
    pick({});
    model.connection.set({ state: 'signed-out' });
  },
  hidden: () => {
    pick({ accept: ['.heic'] });
    model.folder.show(buildFiles(14));
    model.picker.setHidesRefused(true);
  },
};
STATES[kind]?.();

/** A connection of which everything is known, and in which a permission is missing. */
function showAccount() {
  const [account, other] = ['Megan Bowen', 'Alexandra Wilber-Montgomery'].map((name) => ({
    id: name,
    name,
    username: `${name.toLowerCase().replace(' ', '.')}@contoso.example`,
    tenantId: '11111111-1111-4111-8111-111111111111',
  }));
  if (!account || !other) throw new Error('There are two of them.');
  const scopes = {
    asked: ['User.Read', 'Files.Read', 'Files.ReadWrite'],
    granted: ['User.Read', 'Files.Read', 'People.Read'],
  };
  const now = Date.now();
  model.accounts.set([account, other]);
  model.connection.set({
    state: 'connected',
    account,
    scopes,
    since: now - 86_400_000,
    expiresOn: now + 2_500_000,
  });
  return { account };
}

/** Picks the first files that the rules let through. */
function pick(rules: Partial<PickRules>, picked = 0): void {
  model.picker.start(buildRules({ selection: 'single', ...rules }));
  model.picker.setSelection((_, rows) => ({
    all: false,
    exceptions: new Set(
      rows
        .filter((row) => row.file)
        .slice(0, picked)
        .map((row) => row.id),
    ),
  }));
}
Object.assign(window, { model, buildFiles });

const page = document.querySelector<HTMLElement>('#page');
if (!page) throw new Error('The gallery has no place to render into.');
const width = query.get('width');
if (width) page.style.width = `${width}px`;
createRoot(page).render(
  <OneDriveView
    model={model}
    theme={(query.get('theme') ?? 'light') as ThemeName}
    dir={query.get('dir') === 'rtl' ? 'rtl' : 'ltr'}
    locale={query.get('locale') ?? 'en'}
    options={{ isAccountOnly: kind.startsWith('account') }}
  />,
);

import type { Account, Connection, ConnectOptions, PermissionRequest, Resumption } from '../../src/auth';
import {
  createPanes,
  createPicker,
  type ChangeMade,
  type Activity,
  type Details,
  type DriveCommands,
  type DriveItem,
  type FileVersion,
  type ItemField,
  type FolderBrowser,
  type ItemFacts,
} from '../../src/drive';
import { createSection } from '../../src/drive/details/create-section';
import { createOperations } from '../../src/drive/operations/create-operations';
import type { Operation, Outcome, Step } from '../../src/drive/operations/operation';
import type { Operations } from '../../src/drive';
import {
  createBrowserEnvironment,
  createStore,
  OneDriveError,
  toOneDriveError,
  type Environment,
  type Store,
} from '../../src/lib';
import { summarizeTransfers, type TransferQueue, type TransferTask } from '../../src/transfer';
import type { AccountFacts, ControlModel } from '../../src/ui/control-model';
import { buildFile, buildFolder } from './drive-items';
import { createFakeSharing } from './fake-sharing';
import { createFakeFolderBrowser, type FakeFolderBrowser } from './fake-folder-browser';

export interface FakeControlModel extends ControlModel {
  readonly commands: ControlModel['commands'] & DriveCommands;
  readonly connection: Store<Connection>;
  readonly accounts: Store<readonly Account[]>;
  readonly permission: Store<PermissionRequest | undefined>;
  readonly resumption: Store<Resumption | undefined>;
  readonly online: Store<boolean>;
  readonly folder: FakeFolderBrowser;
  readonly tasks: Store<readonly TransferTask[]>;
  /** Names of the methods that were called, in order. */
  readonly calls: string[];
}

const MEGAN: Account = {
  id: 'account',
  name: 'Megan Bowen',
  username: 'megan@contoso.example',
  tenantId: 'tenant',
};

export const CONNECTED: Extract<Connection, { state: 'connected' }> = {
  state: 'connected',
  account: MEGAN,
  expiresOn: Date.UTC(2026, 9, 14, 11),
};

/** A whole control in memory, for component tests and for looking at the interface. */
export function createFakeControlModel(
  contents?: (folderId: string) => readonly DriveItem[],
): FakeControlModel {
  const calls: string[] = [];
  const connection = createStore<Connection>(CONNECTED);
  const permission = createStore<PermissionRequest | undefined>(undefined);
  const resumption = createStore<Resumption | undefined>(undefined);
  const folder = createFakeFolderBrowser(contents);
  const unused = [folder];
  const tasks = createStore<readonly TransferTask[]>([]);
  const picker = createPicker({
    folder,
    requests: {
      children: async function* ({ id }) {
        yield contents?.(id) ?? [];
      },
    },
  });
  const commands = createFakeCommands(folder, calls);
  return {
    connection,
    accounts: createStore<readonly Account[]>([MEGAN]),
    signInOwner: 'control',
    redirect: 'possible',
    setUp: {
      clientId: '22222222-2222-4222-8222-222222222222',
      redirectUri: 'https://portal.example/sub/oauth2callback.html',
      authority: 'https://login.microsoftonline.com/common',
      graphRoot: 'https://graph.microsoft.com/v1.0',
    },
    scopes: { read: ['User.Read', 'Files.Read'], write: ['Files.ReadWrite'] },
    loadAccountFacts: async () => buildAccountFacts(),
    loadDetails: async () => buildDetails(),
    permission,
    resumption,
    resume: () => void calls.push('resume'),
    discard: () => void calls.push('discard'),
    followSaving: () => {},
    online: createStore(true),
    telemetry: { listen: () => () => {} },
    lastChange: createStore<ChangeMade | undefined>(undefined),
    folder,
    panes: createPanes(() => unused.pop() ?? createFakeFolderBrowser(contents)).panes,
    picker,
    browse: () => createFakeFolderBrowser(contents),
    tasks,
    calls,
    commands,
    watch: () => () => undefined,
    readAhead: () => () => undefined,
    operations: createFakeOperations(folder, commands),
    loadSharing: async () => createFakeSharing(),
    locate: async (target) => {
      const names = 'id' in target ? [target.id] : target;
      const name = names.at(-1) ?? '';
      calls.push(`locate:${names.join('/')}`);
      return { item: buildFolder({ id: name || 'root', name }), path: names.slice(0, -1) };
    },
    transfers: createFakeTransfers(tasks, calls),
    loadPreviews: async () => {
      const refuse = async () => {
        throw new OneDriveError('offline');
      };
      return { read: refuse, address: refuse, page: refuse, placeForPrograms: refuse };
    },
    connect: async (options) => {
      calls.push(['connect', ...wordsOf(options)].join(':'));
      connection.set(CONNECTED);
    },
    cancelConnect: () => {
      calls.push('cancelConnect');
      connection.set({ state: 'signed-out' });
    },
    disconnect: async ({ signOut = false } = {}) => {
      calls.push(signOut ? 'disconnect:signOut' : 'disconnect');
      connection.set({ state: 'signed-out' });
    },
    uploadsAtStake: () => 0,
    grantPermission: async () => {
      calls.push('grantPermission');
      permission.set(undefined);
    },
    declinePermission: () => {
      calls.push('declinePermission');
      permission.set(undefined);
    },
  };
}

function wordsOf({ selectAccount, askConsent, account }: ConnectOptions = {}): readonly string[] {
  return [selectAccount && 'selectAccount', askConsent && 'askConsent', account?.id].filter(
    (word) => typeof word === 'string',
  );
}

function createFakeCommands(folder: FakeFolderBrowser, calls: string[]): DriveCommands {
  return {
    createFolder: async (_parent, name) => {
      calls.push(`createFolder:${name}`);
      const created = buildFolder({ name, folder: { childCount: 0 } });
      folder.apply({ changed: [created] });
      return created;
    },
    createFile: async (_parent, { name, content }) => {
      calls.push(`createFile:${name}`);
      const created = buildFile({ name, size: content.length });
      folder.apply({ changed: [created] });
      return created;
    },
    rename: async (item, name) => {
      calls.push(`rename:${item.name}:${name}`);
      const renamed = { ...item, name };
      folder.apply({ changed: [renamed] });
      return renamed;
    },
    move: async (items, target) => {
      calls.push(`move:${items.map((item) => item.name).join()}:${target.name}`);
      const changed = items.map((item) => ({ ...item, parentReference: { id: target.id } }));
      folder.apply({ removed: items.map((item) => item.id) });
      return changed.map((item) => ({ item, changed: item }));
    },
    remove: async (items) => {
      calls.push(`remove:${items.map((item) => item.name).join()}`);
      folder.apply({ removed: items.map((item) => item.id) });
      return items.map((item) => ({ item }));
    },
  };
}

/** The product's own operations; what they do to one item, the commands do. */
export function createFakeOperations(
  folder: Pick<FolderBrowser, 'state' | 'apply' | 'refresh'>,
  commands: DriveCommands,
  canRestore = () => false,
): Operations {
  const all = createStore<readonly Operation[]>([]);
  const { signal } = new AbortController();
  let count = 0;
  const operations = createOperations({
    all,
    folder,
    shown: () => [folder.state.get()],
    canRestore,
    deleted: createStore<readonly DriveItem[]>([]),
    environment: { randomId: () => `operation-${(count += 1)}` },
    authorizeWrite: async () => undefined,
    tell: () => {},
    ended: () => signal,
    carryOut: async (step) => {
      try {
        return await carryOutByCommands(commands, step);
      } catch (cause) {
        return { status: 'failed', error: toOneDriveError(cause) };
      }
    },
  });
  return { all, ...operations };
}

async function carryOutByCommands(commands: DriveCommands, step: Step): Promise<Outcome> {
  const { item } = step;
  switch (step.kind) {
    case 'rename':
      return { status: 'done', item: await commands.rename(item, step.name) };
    case 'move':
    case 'delete': {
      const run = step.kind === 'move' ? commands.move([item], step.to) : commands.remove([item]);
      const [outcome] = await run;
      if (!outcome?.error) return { status: 'done', item: outcome?.changed };
      const { error } = outcome;
      const isClash = step.kind === 'move' && error.code === 'name-conflict';
      return isClash ? { status: 'conflict', error } : { status: 'failed', error };
    }
    case 'restore':
    case 'restore-version':
    case 'delete-for-ever':
    case 'check-out':
    case 'check-in':
    case 'discard-check-out':
      return { status: 'done', item };
  }
}

function createFakeTransfers(tasks: Store<readonly TransferTask[]>, calls: string[]): TransferQueue {
  const called = (name: string) => () => void calls.push(name);
  return {
    tasks,
    upload: async (sources) => {
      calls.push(`upload:${sources.length}`);
      return [];
    },
    copy: async () => [],
    onCopied: () => () => undefined,
    download: async (items) => {
      calls.push(`download:${items.map((item) => item.name).join()}`);
      return undefined;
    },
    resolveConflict: called('resolveConflict'),
    answerAll: called('answerAll'),
    cancel: called('cancel'),
    pause: called('pause'),
    pauseAll: called('pauseAll'),
    resume: called('resume'),
    resumeAll: called('resumeAll'),
    provide: async (files, id) => {
      calls.push(`provide:${files.map(({ name }) => name).join()}:${id}`);
      return [];
    },
    cancelAll: called('cancelAll'),
    retry: called('retry'),
    retryFailed: called('retryFailed'),
    clearFinished: called('clearFinished'),
    unfinished: () => [],
    kept: { goesOn: () => false, use: async () => undefined },
    onUploaded: () => () => {},
    onProgress: () => () => {},
    summary: () => summarizeTransfers(tasks.get()),
    dispose: () => {},
  };
}

/** The product's own, over what a test tells of each item. */
function buildDetails(tell: Partial<ToldDetails> = {}): Details {
  const {
    environment = createBrowserEnvironment(),
    facts,
    versions,
    activity,
    fields,
  } = { ...NOTHING_TOLD, ...tell };
  const sections = {
    facts: createSection(environment, facts),
    versions: createSection(environment, versions),
    activity: createSection(environment, activity),
    fields: createSection(environment, fields),
  };
  return {
    ...sections,
    follow: (item) => Object.values(sections).forEach((section) => section.follow(item)),
    downloadVersion: async () => undefined,
    dispose: () => Object.values(sections).forEach((section) => section.clear()),
  };
}

/** What Graph tells of the fake's account. */
export function buildAccountFacts(facts: Partial<AccountFacts> = {}): AccountFacts {
  return {
    drive: async () => ({
      driveType: 'business',
      quota: { used: 2 * 1024 ** 3, total: 5 * 1024 ** 3, state: 'normal' },
      webUrl: undefined,
    }),
    photo: async () => undefined,
    isPersonal: () => false,
    consentPage: () => 'https://myapps.microsoft.com',
    adminConsentPage: 'https://login.microsoftonline.com/organizations/v2.0/adminconsent?client_id=1',
    ...facts,
  };
}

interface ToldDetails {
  readonly environment: Pick<Environment, 'after'>;
  readonly facts: (item: DriveItem, signal: AbortSignal) => Promise<ItemFacts>;
  readonly versions: (item: DriveItem, signal: AbortSignal) => Promise<readonly FileVersion[]>;
  readonly activity: (item: DriveItem, signal: AbortSignal) => Promise<Activity>;
  readonly fields: (item: DriveItem, signal: AbortSignal) => Promise<readonly ItemField[]>;
}

const NOTHING_TOLD = {
  facts: async (item: DriveItem): Promise<ItemFacts> => ({
    item,
    createdBy: 'Megan Bowen',
    description: undefined,
    sharedDateTime: undefined,
    sharedBy: undefined,
    takenDateTime: undefined,
    camera: undefined,
    dimensions: undefined,
    duration: undefined,
    isMalware: false,
  }),
  versions: async (): Promise<readonly FileVersion[]> => [],
  activity: async (): Promise<Activity> => ({ views: 'uncounted', events: [] }),
  fields: async (): Promise<readonly ItemField[]> => [],
};

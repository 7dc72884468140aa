import { describe, expect, it } from 'vitest';
import type { DriveCommands, DriveItem } from '../../../../src/drive';
import { createStore, OneDriveError, type ErrorCode } from '../../../../src/lib';
import type { TransferTask } from '../../../../src/transfer';
import { followControl } from '../../../../src/ui/one-drive-control/follow-control';
import { createGuard } from '../../../../src/ui/hosting/create-guard';
import { createHostDoor } from '../../../../src/ui/one-drive-control/guard-model';
import { buildFile, buildFolder } from '../../../support/drive-items';
import { createFakeControlModel, createFakeOperations } from '../../../support/fake-control-model';
import { buildRules } from '../../../support/pick-rules';

const ACCOUNT = { id: 'account', name: 'Megan Bowen', username: 'megan@contoso.example', tenantId: 'tenant' };
const folder = buildFolder({ name: 'Reports' });

function createScene(commands?: Partial<DriveCommands>) {
  const model = createFakeControlModel((id) => {
    if (id === folder.id) throw new OneDriveError('throttled');
    return [folder];
  });
  const failing = { ...model.commands, ...commands };
  const operations = createFakeOperations(model.folder, failing);
  const control = { ...model, commands: failing, operations };
  const commandFailure = createStore<OneDriveError | undefined>(undefined);
  const { signal: ended } = new AbortController();
  const guard = createGuard(createHostDoor({ control, listeners: { current: {} }, ended }), commandFailure);
  const errors: ErrorCode[] = [];
  const states: string[] = [];
  const filterFailure = createStore<OneDriveError | undefined>(undefined);
  followControl(
    { ...control, commandFailure, filterFailure },
    {
      onError: ({ code }) => errors.push(code),
      onConnection: ({ state }) => states.push(state),
    },
  );
  return { model, errors, states, guard };
}

function failedTask(code: ErrorCode, id = '1'): TransferTask {
  return {
    id,
    kind: 'upload',
    content: 'file',
    name: 'Plan.docx',
    folder: undefined,
    size: 1,
    state: { status: 'failed', error: new OneDriveError(code) },
  };
}

describe('a host is told once of what the user is told of', () => {
  it('transfers that failed, each by its own', () => {
    const { model, errors } = createScene();
    const first = failedTask('quota-exceeded');
    model.tasks.set([first]);
    model.tasks.set([first, failedTask('locked', '2')]);
    model.tasks.set([first]);
    expect(errors).toEqual(['quota-exceeded', 'locked']);
  });

  it('a command that failed, whoever waits for it', async () => {
    const refused = async () => {
      throw new OneDriveError('name-conflict');
    };
    const { errors, guard } = createScene({ createFile: refused, createFolder: refused });
    const { commands } = guard;
    const file = { name: 'Taken.txt', content: new Uint8Array() };
    await expect(commands.createFile(folder, file)).rejects.toMatchObject({ code: 'name-conflict' });
    await expect(commands.createFolder(folder, 'Taken')).rejects.toMatchObject({ code: 'name-conflict' });
    expect(errors).toEqual(['name-conflict', 'name-conflict']);
  });

  it('each item that could not be deleted, and nothing of what was given up', async () => {
    const files = ['a', 'b', 'c'].map((name) => buildFile({ name }));
    const codes: Record<string, ErrorCode> = { a: 'locked', c: 'access-denied' };
    const remove = async (items: readonly DriveItem[]) =>
      items.map((item) => {
        const code = codes[item.name];
        return code ? { item, error: new OneDriveError(code) } : { item };
      });
    const rename = async () => {
      throw new OneDriveError('cancelled');
    };
    const { errors, guard } = createScene({ remove, rename });
    await guard.operations.begin({ kind: 'delete', items: files });
    await guard.operations.begin({ kind: 'rename', renames: [{ item: folder, name: 'Other' }] });
    expect(errors).toEqual(['locked', 'access-denied']);
  });

  it('a folder whose files could not be counted', async () => {
    const { model, errors } = createScene();
    model.picker.start(buildRules());
    await model.picker.gather(folder);
    expect(errors).toEqual(['throttled']);
  });

  it('a window that was blocked, also where the session had run out', () => {
    const { model, states, errors } = createScene();
    model.connection.set({ state: 'expired', account: ACCOUNT });
    model.connection.set({ state: 'expired', account: ACCOUNT, error: new OneDriveError('popup-blocked') });
    expect(states).toEqual(['connected', 'expired', 'blocked']);
    expect(errors).toEqual(['popup-blocked']);
  });
});

import { describe, expect, it, vi } from 'vitest';
import type { ItemSharing } from '../../../../src/drive';
import { OneDriveError } from '../../../../src/lib';
import { buildFile } from '../../../support/drive-items';
import { createFakeSharing, type FakePermissions } from '../../../support/fake-sharing';

const FILE = buildFile({ parentReference: { driveId: 'drive', id: 'up', driveType: 'business' } });
const { signal } = new AbortController();
const person = (id: string, email: string, roles = ['read']) => ({
  id,
  roles,
  grantedToV2: { user: { displayName: id, email } },
});
const LINK = {
  id: 'link',
  roles: ['read'],
  link: { type: 'view', scope: 'organization', webUrl: 'https://contoso.example/:t:/g/Ekey' },
};

async function open(fake: FakePermissions, item = FILE): Promise<ItemSharing> {
  const sharing = createFakeSharing(fake).of(item);
  sharing.refresh();
  await vi.waitFor(() => expect(sharing.state.get().listing.status).toBe('known'));
  return sharing;
}

describe('a link', () => {
  it('says whether it was there before, and hides its address from whoever prints it', async () => {
    const sharing = await open({ post: async () => LINK });
    const wish = { type: 'view', scope: 'organization' } as const;
    expect((await sharing.createLink(wish, signal)).isOld).toBe(false);
    expect((await sharing.createLink(wish, signal)).isOld).toBe(true);
    expect(JSON.stringify(sharing.state.get())).not.toContain('Ekey');
  });

  it('what the service refuses stays refused for the drive, and for other items of it', async () => {
    const all = createFakeSharing({ post: () => Promise.reject(new OneDriveError('access-denied')) });
    const first = all.of(FILE);
    await expect(first.createLink({ type: 'view', scope: 'anonymous' }, signal)).rejects.toThrow();
    expect(
      all
        .of(buildFile({ ...FILE, id: 'other' }))
        .refusals.get()
        .get('anonymous'),
    ).toBe('refused');
    expect(
      all
        .of({ ...FILE, driveId: 'elsewhere' })
        .refusals.get()
        .has('anonymous'),
    ).toBe(false);
  });
});

describe('inviting', () => {
  const wish = {
    emails: ['a@b.example', 'B@b.example'],
    role: 'read',
    requiresSignIn: true,
    notifies: true,
  } as const;

  it('tells for each whether they were let in', async () => {
    const refused = { error: { code: 'noResolvedUsers' }, invitation: { email: 'b@B.example' } };
    const sharing = await open({ post: async () => ({ value: [person('a', 'a@b.example'), refused] }) });
    expect(await sharing.invite(wish, signal)).toMatchObject([
      { email: 'a@b.example' },
      { email: 'B@b.example', error: { serviceCode: 'noResolvedUsers' } },
    ]);
  });

  it('after a lost answer looks who has access now, instead of sending mails again', async () => {
    const told = [[], [person('a', 'A@B.example')]];
    const post = vi.fn(() => Promise.reject(new OneDriveError('offline')));
    const sharing = await open({ list: async () => told.shift() ?? [], post });
    const [first, second] = await sharing.invite(wish, signal);
    expect(first).toEqual({ email: 'a@b.example' });
    expect(second?.error?.code).toBe('offline');
    expect(post).toHaveBeenCalledTimes(1);
  });

  it('takes nobody for invited who had access before', async () => {
    const sharing = await open({
      list: async () => [person('a', 'a@b.example')],
      post: () => Promise.reject(new OneDriveError('offline')),
    });
    await expect(sharing.invite(wish, signal)).rejects.toThrow('offline');
  });
});

describe('changing a permission', () => {
  const changed = new OneDriveError('changed-elsewhere', { status: 412 });

  it('the item has changed but not the permission: it is done all the same', async () => {
    const patch = vi.fn(async () => person('a', 'a@b.example', ['write']));
    patch.mockRejectedValueOnce(changed);
    const sharing = await open({ list: async () => [person('a', 'a@b.example')], patch });
    expect(await sharing.changeRole('a', 'write')).toBe(true);
    expect(sharing.state.get().entries[0]?.permission.role).toBe('write');
  });

  it('somebody else has changed it: it is left as they want it, with the reason', async () => {
    const told = [[person('a', 'a@b.example')]];
    const patch = vi.fn(() => Promise.reject(changed));
    const remove = vi.fn(() => Promise.reject(changed));
    const sharing = await open({
      list: async () => told.shift() ?? [person('a', 'a@b.example', ['write'])],
      patch,
      delete: remove,
    });
    expect(await sharing.revoke('a')).toBe(false);
    expect(remove).toHaveBeenCalledTimes(1);
    await vi.waitFor(() =>
      expect(sharing.state.get().entries[0]).toMatchObject({
        permission: { role: 'write' },
        change: { status: 'failed', error: { code: 'changed-elsewhere' } },
      }),
    );
  });

  it('twice at a time is once', async () => {
    const remove = vi.fn(async () => undefined);
    const sharing = await open({ list: async () => [person('a', 'a@b.example')], delete: remove });
    expect(await Promise.all([sharing.revoke('a'), sharing.revoke('a')])).toEqual([true, false]);
    expect(remove).toHaveBeenCalledTimes(1);
  });

  it('what is gone already is revoked', async () => {
    const sharing = await open({
      list: async () => [person('a', 'a@b.example')],
      delete: () => Promise.reject(new OneDriveError('not-found')),
    });
    expect(await sharing.revoke('a')).toBe(true);
    expect(sharing.state.get().entries).toEqual([]);
  });
});

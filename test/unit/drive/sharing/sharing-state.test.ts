import { expect, it } from 'vitest';
import type { Permission } from '../../../../src/graph';
import { OneDriveError } from '../../../../src/lib';
import {
  followSharing,
  UNKNOWN_SHARING,
  type SharingEvent,
} from '../../../../src/drive/sharing/sharing-state';

const permission = (id: string, role: Permission['role'] = 'read'): Permission => ({
  id,
  role,
  people: [{ name: id }],
  hasPassword: false,
});
const [A, B] = [permission('a'), permission('b')];
const follow = (...events: readonly SharingEvent[]) => events.reduce(followSharing, UNKNOWN_SHARING);
const TOLD: SharingEvent = { type: 'told', permissions: [A, B] };
const ROLE: SharingEvent = { type: 'began', id: 'a', change: { kind: 'role', role: 'write' } };
const REVOKE: SharingEvent = { type: 'began', id: 'a', change: { kind: 'revoke' } };
const error = new OneDriveError('locked');

it('shows a role at once, and takes it back with the reason where it fails', () => {
  expect(follow(TOLD, ROLE).entries[0]?.permission.role).toBe('write');
  const [entry] = follow(TOLD, ROLE, { type: 'failed', id: 'a', error }).entries;
  expect(entry).toEqual({ permission: A, change: { status: 'failed', kind: 'role', error } });
});

it('lets go of what was revoked only when the service has done so', () => {
  expect(follow(TOLD, REVOKE).entries).toHaveLength(2);
  expect(follow(TOLD, REVOKE, { type: 'done', id: 'a' }).entries.map((each) => each.permission)).toEqual([B]);
});

it('begins nothing that is on its way already', () => {
  expect(follow(TOLD, REVOKE, ROLE)).toEqual(follow(TOLD, REVOKE));
});

it('a list that was read meanwhile does not overtake what is on its way', () => {
  expect(follow(TOLD, ROLE, TOLD)).toEqual(follow(TOLD, ROLE));
});

it('keeps the reason when the truth is read after a failure', () => {
  const state = follow(TOLD, ROLE, { type: 'failed', id: 'a', error }, TOLD);
  expect(state.entries[0]?.change).toMatchObject({ status: 'failed', error });
});

it('a link that was made stands there once, however often it was asked for', () => {
  const link = permission('link');
  const put: SharingEvent = { type: 'put', permission: link };
  expect(follow(TOLD, put, put).entries.map((each) => each.permission.id)).toEqual(['a', 'b', 'link']);
});

import { describe, expect } from 'vitest';
import { ada, nobody, pia, type Json, type Reply } from './graph-world';
import { rule, type EmulatorRuleContext } from './support/target';

const outcome = ({ status, json }: Reply): unknown => [status, json?.error?.code];

/** The calls of a colleague who has no part in the drive but what was shared. */
function colleague({ world }: EmulatorRuleContext) {
  return (path: string, call: Parameters<EmulatorRuleContext['graph']>[1] = {}): Promise<Reply> =>
    world.graph(path, { user: nobody, scopes: ['Files.ReadWrite.All'], ...call });
}

const addressOf = ({ id, parentReference }: Json): string => `/drives/${parentReference.driveId}/items/${id}`;

async function inviteTo({ graph }: EmulatorRuleContext, item: Json, role: 'read' | 'write'): Promise<void> {
  const body = { recipients: [{ email: nobody.upn }], roles: [role] };
  expect((await graph(`${addressOf(item)}/invite`, { body })).status).toBe(200);
}

/** A folder with a file in it, and one beside it that is not shared. */
async function plant({ makeFolder, putFile }: EmulatorRuleContext) {
  const shared = await makeFolder('shared');
  const inside = await putFile('shared/inside.txt', 'inside');
  const beside = await putFile('beside.txt', 'beside');
  return { shared, inside, beside, drive: `/drives/${shared.parentReference.driveId}` };
}

describe('the drive of another', () => {
  rule('is refused, whatever of it is asked', { needs: 'users' }, async (context) => {
    const { shared, inside, drive } = await plant(context);
    const ask = colleague(context);
    const owner = context.driveType === 'personal' ? pia : ada;
    for (const path of [drive, `${drive}/root`, `${drive}/items/none`, addressOf(inside)]) {
      expect(outcome(await ask(path))).toEqual([403, 'accessDenied']);
    }
    expect(outcome(await ask(`/users/${owner.oid}/drive`))).toEqual([403, 'accessDenied']);
    expect(outcome(await ask(`${drive}/root/search(q='inside')`))).toEqual([403, 'accessDenied']);
    const body = { name: 'x', folder: {} };
    expect(outcome(await ask(`${addressOf(shared)}/children`, { body }))).toEqual([403, 'accessDenied']);
    expect(outcome(await ask('/drives/none'))).toEqual([404, 'itemNotFound']);
    expect((await ask('/users/none@contoso.example/drive')).status).toBe(404);
  });

  rule('opens what was shared for reading, and hides the rest', { needs: 'users' }, async (context) => {
    const { shared, inside, beside, drive } = await plant(context);
    await inviteTo(context, shared, 'read');
    const ask = colleague(context);
    const children = await ask(`${addressOf(shared)}/children`);
    expect(children.json.value.map(({ id }: Json) => id)).toEqual([inside.id]);
    const read = await ask(addressOf(inside));
    expect(read.json.parentReference.path).toContain(`${drive}/root:`);
    expect((await context.bytes(read.json['@microsoft.graph.downloadUrl'])).text).toBe('inside');
    for (const path of [
      addressOf(beside),
      `${drive}/root`,
      `${drive}/root/children`,
      `${drive}/root/delta`,
    ]) {
      expect(outcome(await ask(path))).toEqual([404, 'itemNotFound']);
    }
    expect((await ask(`${drive}/search(q='side')`)).json.value.map(({ id }: Json) => id)).toEqual([
      inside.id,
    ]);
    const told = await ask(drive);
    expect([told.status, 'quota' in told.json]).toEqual([200, false]);
  });

  rule('takes nothing from who may only read', { needs: 'users' }, async (context) => {
    const { shared, inside } = await plant(context);
    await inviteTo(context, shared, 'read');
    const ask = colleague(context);
    const denied = [403, 'accessDenied'];
    const folder = addressOf(shared);
    expect(outcome(await ask(`${folder}/children`, { body: { name: 'x', folder: {} } }))).toEqual(denied);
    expect(outcome(await ask(`${folder}:/new.txt:/createUploadSession`, { body: {} }))).toEqual(denied);
    // Not 403: so the service does it, and clients have met it (protocol 4.1).
    const put = await ask(`${folder}:/new.txt:/content`, { method: 'PUT', body: 'x' });
    expect(outcome(put)).toEqual([404, 'itemNotFound']);
    const replaced = await ask(`${addressOf(inside)}/content`, { method: 'PUT', body: 'x' });
    expect(outcome(replaced)).toEqual(denied);
    expect(outcome(await ask(addressOf(inside), { method: 'PATCH', body: { name: 'y' } }))).toEqual(denied);
    expect(outcome(await ask(addressOf(inside), { method: 'DELETE' }))).toEqual(denied);
    expect(outcome(await ask(`${addressOf(inside)}/createLink`, { body: { type: 'view' } }))).toEqual(denied);
  });

  rule('is changed by who may write, in their own name', { needs: 'users' }, async (context) => {
    const { shared, inside, beside } = await plant(context);
    await inviteTo(context, shared, 'write');
    const ask = colleague(context);
    const by = { user: { id: nobody.oid, email: nobody.upn, displayName: nobody.name } };
    const put = await ask(`${addressOf(shared)}:/new.txt:/content`, { method: 'PUT', body: 'x' });
    expect([put.status, put.json]).toMatchObject([201, { createdBy: by, lastModifiedBy: by }]);
    const renamed = await ask(addressOf(inside), { method: 'PATCH', body: { name: 'y.txt' } });
    expect(renamed.json).toMatchObject({ lastModifiedBy: by });
    expect(renamed.json).not.toMatchObject({ createdBy: by });
    const made = await ask(`${addressOf(shared)}/children`, { body: { name: 'x', folder: {} } });
    expect(made.json).toMatchObject({ createdBy: by });
    const session = await ask(`${addressOf(shared)}:/s.txt:/createUploadSession`, { body: {} });
    const range = { method: 'PUT', headers: { 'Content-Range': 'bytes 0-0/1' }, body: 'x' };
    expect((await context.bytes(session.json.uploadUrl, range)).json).toMatchObject({ createdBy: by });
    // Out of what was shared there is no way.
    const parentReference = { id: beside.parentReference.id };
    expect((await ask(addressOf(inside), { method: 'PATCH', body: { parentReference } })).status).toBe(404);
    expect((await ask(`${addressOf(inside)}/copy`, { body: { parentReference, name: 'z' } })).status).toBe(
      404,
    );
  });

  rule('asks for a scope that reaches beyond one’s own files', { needs: 'users' }, async (context) => {
    const { shared } = await plant(context);
    await inviteTo(context, shared, 'write');
    const ask = colleague(context);
    const children = `${addressOf(shared)}/children`;
    const reply = async (scope: string) => (await ask(children, { scopes: [scope] })).status;
    expect(await reply('Files.Read.All')).toBe(200);
    expect(await reply('Sites.Read.All')).toBe(200);
    expect(await reply('Files.ReadWrite')).toBe(403);
    const body = { name: 'x', folder: {} };
    expect((await ask(children, { scopes: ['Files.Read.All'], body })).status).toBe(403);
  });

  rule('closes again when the permission goes', { needs: 'users' }, async (context) => {
    const { shared, inside } = await plant(context);
    await inviteTo(context, shared, 'read');
    const ask = colleague(context);
    expect((await ask(addressOf(inside))).status).toBe(200);
    const { json } = await context.graph(`${addressOf(shared)}/permissions`);
    for (const permission of json.value.filter((each) => 'invitation' in each)) {
      await context.graph(`${addressOf(shared)}/permissions/${permission.id}`, { method: 'DELETE' });
    }
    expect(outcome(await ask(addressOf(inside)))).toEqual([403, 'accessDenied']);
  });
});

describe('a link that was redeemed', () => {
  const redeem = { headers: { Prefer: 'redeemSharingLink' } };
  const shareId = (url: string): string =>
    `u!${btoa(url).replaceAll('=', '').replaceAll('/', '_').replaceAll('+', '-')}`;

  async function link({ graph }: EmulatorRuleContext, item: Json, type: 'view' | 'edit'): Promise<string> {
    const body = { type, scope: 'anonymous' };
    return `/shares/${shareId((await graph(`${addressOf(item)}/createLink`, { body })).json.link.webUrl)}`;
  }

  rule('gives lasting access by the id; opened without, it does not', { needs: 'users' }, async (context) => {
    const { shared, inside } = await plant(context);
    const ask = colleague(context);
    const share = await link(context, shared, 'view');
    expect((await ask(`${share}/driveItem`)).status).toBe(200);
    const once = { headers: { Prefer: 'redeemSharingLinkIfNecessary' } };
    expect((await ask(`${share}/driveItem`, once)).status).toBe(200);
    expect(outcome(await ask(addressOf(inside)))).toEqual([403, 'accessDenied']);
    expect((await ask(`${share}/driveItem`, redeem)).status).toBe(200);
    expect((await ask(addressOf(inside))).status).toBe(200);
    expect(outcome(await ask(addressOf(inside), { method: 'DELETE' }))).toEqual([403, 'accessDenied']);
  });

  rule('lets change what it is for', { needs: 'users' }, async (context) => {
    const { shared, inside } = await plant(context);
    const ask = colleague(context);
    await ask(`${await link(context, shared, 'edit')}/driveItem`, redeem);
    expect((await ask(addressOf(inside), { method: 'DELETE' })).status).toBe(204);
  });
});

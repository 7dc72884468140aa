import { describe, expect } from 'vitest';
import { ada, nobody, pia, type Reply } from './graph-world';
import { rule, type RuleContext } from './support/target';

const outcome = ({ status, json }: Reply): unknown => [status, json.error.code];

const shareId = (url: string): string =>
  `u!${btoa(url).replaceAll('=', '').replaceAll('/', '_').replaceAll('+', '-')}`;

/** A new file with a link to view it: the address of the share. */
async function share({ graph, putFile }: RuleContext, scope: string) {
  const file = await putFile('a.txt', 'x');
  const body = { type: 'view', scope };
  const { json } = await graph(`/me/drive/items/${file.id}/createLink`, { body });
  return { file, webUrl: json.link.webUrl, permission: json.id };
}

describe('shares', () => {
  rule('lead the owner to the item, by either name', async (context) => {
    const { file, webUrl } = await share(context, 'anonymous');
    for (const name of ['driveItem', 'root']) {
      const { status, json } = await context.graph(`/shares/${shareId(webUrl)}/${name}`);
      expect(status).toBe(200);
      expect(json).toMatchObject({ id: file.id, parentReference: { driveId: context.folder.driveId } });
    }
  });

  rule('tell name and owner', async (context) => {
    const { webUrl } = await share(context, 'anonymous');
    const { status, json } = await context.graph(`/shares/${shareId(webUrl)}`);
    expect(status).toBe(200);
    expect(json.name).toBe('a.txt');
  });

  rule('open an anonymous link to another account, bytes included', { needs: 'users' }, async (context) => {
    const { file, webUrl } = await share(context, 'anonymous');
    const user = context.driveType === 'personal' ? ada : pia;
    const { status, json } = await context.graph(`/shares/${shareId(webUrl)}/driveItem`, { user });
    expect(status).toBe(200);
    expect(json).toMatchObject({ id: file.id, parentReference: { driveId: context.folder.driveId } });
    expect((await context.bytes(json['@microsoft.graph.downloadUrl'])).text).toBe('x');
  });

  rule('keep an organization’s link inside it', { on: 'business', needs: 'users' }, async (context) => {
    const { webUrl } = await share(context, 'organization');
    const open = (user: typeof ada) => context.graph(`/shares/${shareId(webUrl)}/driveItem`, { user });
    expect((await open(nobody)).status).toBe(200);
    expect(outcome(await open(pia))).toEqual([403, 'accessDenied']);
  });

  rule('keep a link for certain people from others', { needs: 'users' }, async (context) => {
    const { webUrl } = await share(context, 'users');
    const reply = await context.graph(`/shares/${shareId(webUrl)}/driveItem`, { user: nobody });
    expect(outcome(reply)).toEqual([403, 'accessDenied']);
  });

  rule('end with their permission', async (context) => {
    const { file, webUrl, permission } = await share(context, 'anonymous');
    await context.graph(`/me/drive/items/${file.id}/permissions/${permission}`, { method: 'DELETE' });
    const reply = await context.graph(`/shares/${shareId(webUrl)}/driveItem`);
    expect(outcome(reply)).toEqual([404, 'itemNotFound']);
  });

  rule('that nobody made are not found', { needs: 'state' }, async ({ graph }) => {
    for (const id of [shareId('https://contoso.example/:t:/g/personal/x/Eabc'), 'u!!!', 's!abc']) {
      expect(outcome(await graph(`/shares/${id}/driveItem`))).toEqual([404, 'itemNotFound']);
    }
  });

  rule('need Files.ReadWrite', { needs: 'scopes' }, async (context) => {
    const { webUrl } = await share(context, 'anonymous');
    const reply = await context.graph(`/shares/${shareId(webUrl)}/driveItem`, { scopes: ['Files.Read'] });
    expect(outcome(reply)).toEqual([403, 'accessDenied']);
  });
});

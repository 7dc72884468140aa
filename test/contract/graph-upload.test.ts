import { describe, expect } from 'vitest';
import type { GraphOptions } from '../../src/emulator/graph';
import { generatedContent } from '../../src/emulator/graph/model/content';
import { sample, type Reply } from './graph-world';
import { cutStream, hashOf } from './support/bytes';
import { rule, type RuleContext } from './support/target';
import { contentOf } from './support/upload-calls';

const outcome = ({ status, json }: Reply): unknown => [status, json.error.code];

const upload = (
  { graph, folder }: Pick<RuleContext, 'graph' | 'folder'>,
  path: string,
  body: string | Uint8Array | ReadableStream,
  headers: Record<string, string> = {},
): Promise<Reply> => graph(folder.at(path, 'content'), { method: 'PUT', body, headers });

const leaveThreeBytes: GraphOptions['plant'] = async (drive) => {
  const nothing = (): Uint8Array => new Uint8Array();
  const birth = { name: 'full.bin', at: 0, by: drive.root.createdBy };
  drive.addFile(drive.root, birth, generatedContent(nothing, false, drive.quotaTotal - 3));
};

describe('a file in one request', () => {
  rule('is made, then replaced, with the right size and hash', async (context) => {
    const bytes = sample(70_000);
    const made = await upload(context, 'a.bin', bytes);
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      name: 'a.bin',
      size: 70_000,
      file: { hashes: { quickXorHash: hashOf(bytes) } },
    });
    const replaced = await upload(context, 'a.bin', 'short');
    expect(replaced.status).toBe(200);
    expect(replaced.json).toMatchObject({ id: made.json.id, size: 5 });
    expect(replaced.json.cTag).not.toBe(made.json.cTag);
    expect(await contentOf(context, made.json)).toBe('short');
  });

  rule('may be empty', async (context) => {
    const { status, json } = await upload(context, 'empty.txt', '');
    expect(status).toBe(201);
    expect(json).toMatchObject({ size: 0, file: { mimeType: 'text/plain' } });
    expect(await contentOf(context, json)).toBe('');
  });

  rule('meets a taken name as it was told', async (context) => {
    await upload(context, 'a.txt', '1');
    const by = (behavior: string): Promise<Reply> =>
      context.graph(
        `${context.folder.at('A.txt', 'content')}?@microsoft.graph.conflictBehavior=${behavior}`,
        {
          method: 'PUT',
          body: '2',
        },
      );
    expect(outcome(await by('fail'))).toEqual([409, 'nameAlreadyExists']);
    expect((await by('rename')).json.name).toBe('a 1.txt');
    expect((await by('replace')).status).toBe(200);
  });

  rule('is refused by If-Match and If-None-Match', async (context) => {
    const { json } = await upload(context, 'a.txt', '1');
    const put = async (name: string, headers: Record<string, string>): Promise<number> =>
      (await upload(context, name, '2', headers)).status;
    expect(await put('a.txt', { 'If-None-Match': '*' })).toBe(412);
    expect(await put('new.txt', { 'If-Match': '*' })).toBe(412);
    expect(await put('a.txt', { 'If-Match': json.eTag })).toBe(200);
    expect(await put('a.txt', { 'If-Match': json.eTag })).toBe(412);
    expect(await contentOf(context, json)).toBe('2');
  });

  rule('is replaced where nothing says what to do, or something unknown', async (context) => {
    const { graph, folder, putFile } = context;
    const { id } = await putFile('a.txt', '1');
    for (const asked of ['', '?@microsoft.graph.conflictBehavior=merge']) {
      const address = `${folder.at('a.txt', 'content')}${asked}`;
      const { status, json } = await graph(address, { method: 'PUT', body: '2' });
      expect([status, json.id]).toEqual([200, id]);
    }
  });

  rule('has the type of its name, whatever the request claims', { on: 'business' }, async (context) => {
    const made = await upload(context, 'a.csv', '1,2', { 'Content-Type': 'application/json' });
    expect(made.json.file.mimeType).toBe('text/csv');
    expect(await contentOf(context, made.json)).toBe('1,2');
    const sheet = await upload(context, 'a.ods', '1,2', { 'Content-Type': 'text/plain' });
    expect(sheet.json.file.mimeType).toBe('application/vnd.oasis.opendocument.spreadsheet');
  });

  rule('is refused at an id that nothing has', async ({ graph, folder, putFile }) => {
    const { id } = await putFile('a.txt', '1');
    await graph(`/me/drive/items/${id}`, { method: 'DELETE' });
    const { status } = await graph(`/me/drive/items/${id}/content`, { method: 'PUT', body: '2' });
    expect(status).toBe(404);
    expect((await graph(`${folder.url}/content`, { method: 'PUT', body: '2' })).status).toBe(400);
  });

  rule('is refused on a folder and with a bad name', async (context) => {
    await context.makeFolder('folder');
    expect((await upload(context, 'folder', 'x')).status).toBe(400);
    expect((await upload(context, 'a*b.txt', 'x')).status).toBe(400);
  });

  rule('is refused beyond 250 MB', { needs: 'wrong bytes' }, async (context) => {
    const headers = { 'Content-Length': String(251 * 1024 * 1024) };
    expect((await upload(context, 'a.txt', 'x', headers)).status).toBe(413);
  });

  rule(
    'must have room, whether its length was told or not',
    { needs: 'whole drive', on: 'own business', options: { plant: leaveThreeBytes } },
    async (context) => {
      for (const headers of [{}, { 'Content-Length': '4' }]) {
        const refused = await upload(context, 'a.txt', 'four', headers);
        expect(outcome(refused)).toEqual([507, 'quotaLimitReached']);
      }
      expect((await context.graph(context.folder.at('a.txt'))).status).toBe(404);
      expect((await upload(context, 'a.txt', '3 b')).status).toBe(201);
    },
  );

  rule('cut on its way changes nothing', { needs: 'wrong bytes' }, async (context) => {
    const { json } = await upload(context, 'a.txt', 'whole');
    expect((await upload(context, 'a.txt', cutStream(sample(1000)))).status).toBe(400);
    expect((await context.graph(context.folder.at('a.txt'))).json.eTag).toBe(json.eTag);
    expect((await upload(context, 'a.txt', 'four', { 'Content-Length': '9' })).status).toBe(400);
    expect(await contentOf(context, json)).toBe('whole');
  });

  rule('makes missing folders', async (context) => {
    const { json } = await upload(context, 'x/y/z.txt', '1');
    expect(json.parentReference.path).toBe(`${context.base}/root:/${context.folder.toldPath}/x/y`);
  });

  rule(
    'makes no missing folders where nobody promised it',
    { needs: 'strict', strict: true },
    async (context) => {
      expect((await upload(context, 'x/y/z.txt', '1')).status).toBe(404);
    },
  );

  rule('shows SHA-1', { on: 'personal' }, async (context) => {
    const { json } = await upload(context, 'a.txt', 'abc');
    expect(json.file.hashes.sha1Hash).toBe('A9993E364706816ABA3E25717850C26C9CD0D89D');
  });
});

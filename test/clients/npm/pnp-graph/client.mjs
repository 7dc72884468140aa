// @pnp/graph from the command line: client.mjs list|upload|download|copy|rename|link|remove ARGUMENTS…
// The token stands in GRAPH_TOKEN. Paths are relative to the root of the drive.
import { open, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path/posix';
import { graphfi, GraphBrowser } from '@pnp/graph';
import '@pnp/graph/files/index.js';
import '@pnp/graph/shares/index.js';
import '@pnp/graph/users/index.js';
import { BearerToken } from '@pnp/queryable';

const SMALL = 4 * 1024 * 1024;
const RANGE = 16 * 320 * 1024;

const graph = graphfi().using(GraphBrowser(), BearerToken(process.env.GRAPH_TOKEN));
const drive = graph.me.drive;

const encoded = (path) => path.split('/').map(encodeURIComponent).join('/');
const folderOf = (path) => (dirname(path) === '.' ? drive.root : drive.getItemByPath(encoded(dirname(path))));

async function idOf(path) {
  const { id } = await drive.getItemByPath(encoded(path))();
  return id;
}

async function parentReference(path) {
  const { id } = await folderOf(path)();
  return { id, driveId: (await drive()).id };
}

async function upload(file, path) {
  const parent = await folderOf(path)();
  const folder = drive.getItemById(parent.id);
  if ((await stat(file)).size <= SMALL) {
    const content = await readFile(file);
    await folder.upload({
      content,
      contentType: 'application/octet-stream',
      filePathName: encoded(basename(path)),
    });
    return;
  }
  await uploadInRanges(folder, file, basename(path));
}

async function uploadInRanges(folder, file, name) {
  const { resumableUpload } = await folder.createUploadSession({
    item: { name },
    conflictBehavior: 'replace',
  });
  const { size } = await stat(file);
  const handle = await open(file);
  for (let start = 0; start < size; start += RANGE) {
    const length = Math.min(RANGE, size - start);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, start);
    await resumableUpload.upload(length, buffer, `bytes ${start}-${start + length - 1}/${size}`);
  }
  await handle.close();
}

async function download(path, file) {
  const content = await drive.getItemById(await idOf(path)).getContent();
  await writeFile(file, Buffer.from(await content.arrayBuffer()));
}

async function copy(from, to) {
  const monitor = await drive
    .getItemById(await idOf(from))
    .copyItem({ name: basename(to), parentReference: await parentReference(to) });
  for (;;) {
    const { status, error } = await (await fetch(monitor)).json();
    if (status === 'completed') return;
    if (status === 'failed') throw new Error(`The copy failed: ${error?.code}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const commands = {
  list: async (folder) => {
    const items = await drive.getItemsByPath(encoded(folder))();
    console.log(JSON.stringify(items.map(({ name }) => name)));
  },
  upload,
  download,
  copy,
  rename: async (from, to) => {
    const { id } = await parentReference(to);
    await drive.getItemById(await idOf(from)).moveItem({ name: basename(to), parentReference: { id } });
  },
  link: async (path) => {
    const item = drive.getItemById(await idOf(path));
    const { link } = await item.createSharingLink({ type: 'view', scope: 'anonymous' });
    console.log(link.webUrl);
  },
  remove: async (path) => drive.getItemById(await idOf(path)).delete(),
};

const [command, ...parameters] = process.argv.slice(2);
await commands[command](...parameters);

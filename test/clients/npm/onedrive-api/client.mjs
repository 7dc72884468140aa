// onedrive-api from the command line, signed in by @azure/msal-node:
// client.mjs sign-in CLIENT_ID | list|upload|download|copy|rename|link|remove ARGUMENTS…
// `sign-in` prints where to type which code, then the token; the others find it in GRAPH_TOKEN.
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path/posix';
import { pipeline } from 'node:stream/promises';
import { PublicClientApplication } from '@azure/msal-node';
import onedrive from 'onedrive-api';

const SMALL = 4 * 1024 * 1024;
const { items } = onedrive;
const accessToken = process.env.GRAPH_TOKEN;

const encoded = (path) => path.split('/').map(encodeURIComponent).join('/');
const itemAt = (path) => items.getMetadata({ accessToken, itemPath: encoded(path) });
const idOf = async (path) => (await itemAt(path)).id;

async function signIn(clientId) {
  const application = new PublicClientApplication({
    auth: { clientId, authority: 'https://login.microsoftonline.com/common' },
  });
  const result = await application.acquireTokenByDeviceCode({
    scopes: ['User.Read', 'Files.ReadWrite.All'],
    deviceCodeCallback: ({ verificationUri, userCode }) =>
      console.log(JSON.stringify({ verificationUri, userCode })),
  });
  const renewed = await application.acquireTokenSilent({
    account: result.account,
    scopes: result.scopes,
    forceRefresh: true,
  });
  console.log(JSON.stringify({ token: renewed.accessToken }));
}

async function upload(file, path) {
  const parentId = await idOf(dirname(path));
  const target = { accessToken, parentId, filename: encodeURIComponent(basename(path)) };
  const readableStream = createReadStream(file);
  const { size } = await stat(file);
  if (size <= SMALL) await items.uploadSimple({ ...target, readableStream });
  else await items.uploadSession({ ...target, readableStream, fileSize: size, conflictBehavior: 'replace' });
}

/** It does not tell the monitor's address: the copy is looked for until it is there. */
async function copy(from, to) {
  const original = await itemAt(from);
  const parentReference = { id: await idOf(dirname(to)) };
  const body = JSON.stringify({ name: basename(to), parentReference });
  await items.customEndpoint({ accessToken, url: `me/drive/items/${original.id}/copy`, body });
  while ((await itemAt(to).catch(() => undefined))?.size !== original.size) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const commands = {
  'sign-in': signIn,
  list: async (folder) => {
    const { value } = await items.listChildren({ accessToken, itemPath: encoded(folder) });
    console.log(JSON.stringify(value.map(({ name }) => name)));
  },
  upload,
  download: async (path, file) =>
    pipeline(await items.download({ accessToken, itemId: await idOf(path) }), createWriteStream(file)),
  copy,
  rename: async (from, to) =>
    items.update({ accessToken, itemId: await idOf(from), toUpdate: { name: basename(to) } }),
  link: async (path) => {
    const { link } = await items.createLink({
      accessToken,
      itemId: await idOf(path),
      type: 'view',
      body: { scope: 'anonymous' },
    });
    console.log(link.webUrl);
  },
  remove: async (path) => items.delete({ accessToken, itemId: await idOf(path) }),
};

const [command, ...parameters] = process.argv.slice(2);
await commands[command](...parameters);

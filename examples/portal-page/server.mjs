// A small portal: records on pages below a sub-path, and a connector of the portal's own beside the control.
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { createConnector } from './connector.mjs';
import { createRecords } from './records.mjs';
import { readSettings } from './settings.mjs';

const settings = readSettings(process.env);
const connector = createConnector(settings);
const records = createRecords();
const PUBLIC = join(import.meta.dirname, 'public');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error.message);
    send(response, 500, { error: 'The portal could not do that.' });
  });
});
server.listen(settings.port, 'localhost', () => {
  console.log(`Portal:     ${settings.base}cases/7`);
  console.log(`Connector:  ${settings.base}connector`);
});

async function answer(request, response) {
  const { pathname, searchParams } = new URL(request.url, settings.base);
  response.setHeader('Content-Security-Policy', policy());
  response.setHeader('Referrer-Policy', 'no-referrer');
  const path = pathname.startsWith(settings.basePath) ? pathname.slice(settings.basePath.length) : undefined;
  if (path === undefined) return send(response, 404, { error: 'Not found.' });
  const [area, id] = path.split('/');
  if (area === 'cases' && records.find(id)) return page(response, 'case.html');
  if (area === 'connector') return page(response, 'connector.html');
  if (area === 'api') return api(request, response, path.slice('api/'.length));
  // The redirect URI of the platform “Web”: the server's own, with its secret.
  if (path === settings.connectorPath) return connector.finish(request, response, searchParams);
  return file(request, response, path);
}

async function api(request, response, path) {
  // Browsers tell where a request comes from: other sites change nothing here.
  const isOwn = request.method === 'GET' || request.headers.origin === new URL(settings.base).origin;
  if (!isOwn) return send(response, 403, { error: 'Only pages of this portal may do that.' });
  const [area, id, part] = path.split('/');
  if (area === 'connector' && request.method === 'POST') return connector.start(response);
  if (area === 'connector') return send(response, 200, connector.state());
  const record = area === 'cases' ? records.find(id) : undefined;
  if (!record) return send(response, 404, { error: 'Not found.' });
  if (request.method === 'PUT' && part === 'folder') records.setFolder(id, await readJson(request));
  if (request.method === 'PUT' && part === 'files') records.setFiles(id, await readJson(request));
  return send(response, 200, await withNames(records.find(id)));
}

/** The connector looks up by reference what linked files are called by now, where somebody has connected it. */
async function withNames(record) {
  const files = await Promise.all(
    record.files.map(async (file) => ({ ...file, name: (await connector.nameOf(file)) ?? file.name })),
  );
  return { ...record, files };
}

/** The pages are templates: what differs from portal to portal is filled in. */
async function page(response, name) {
  const text = await readFile(join(PUBLIC, name), 'utf8');
  const values = { base: settings.basePath, clientId: settings.clientId, authority: settings.authority };
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(text.replace(/\{\{(\w+)\}\}/g, (_match, key) => escape(values[key])));
}

function file(request, response, path) {
  const ofControl = path.startsWith('onedrive/') || /^oauth2callback\.(html|js)$/.test(path);
  const place = join(
    ofControl ? settings.controlFiles : PUBLIC,
    normalize(`/${path.replace(/^onedrive\//, '')}`),
  );
  if (request.method !== 'GET' || !TYPES[extname(place)] || !existsSync(place))
    return send(response, 404, { error: 'Not found.' });
  response.setHeader('Content-Type', `${TYPES[extname(place)]}; charset=utf-8`);
  return createReadStream(place).pipe(response);
}

function policy() {
  const { login, graph, bytes } = settings.hosts;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' blob: data: ${bytes}`,
    `connect-src 'self' ${login} ${graph} ${bytes}`,
    // Tokens are renewed in a hidden frame: the login page, which then returns to oauth2callback.html.
    `frame-src 'self' ${login}`,
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

async function readJson(request) {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > 100_000) throw new Error('Too long.');
  }
  return JSON.parse(text);
}

function send(response, status, json) {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json');
  response.setHeader('Cache-Control', 'no-store');
  response.end(JSON.stringify(json));
}

function escape(text) {
  return String(text).replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

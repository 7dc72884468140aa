import { createServer } from 'node:http';
import { timingSafeEqual } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { createConnections } from './connections.mjs';
import { createMicrosoft, MicrosoftError, refusal } from './microsoft.mjs';
import { createSessions } from './sessions.mjs';
import { readSettings } from './settings.mjs';

const PAGES = join(import.meta.dirname, 'public');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const USERS = ['Anna', 'Ben', 'Administrator'];
const LARGEST_BODY = 10_000;

const settings = readSettings();
const microsoft = createMicrosoft(settings);
const connections = createConnections(microsoft);
const sessions = createSessions({ isSecure: settings.portal.startsWith('https:') });

const ROUTES = {
  'POST /login': login,
  'POST /logout': ({ response, session }) => {
    sessions.end(response, session);
    redirect(response, '/');
  },
  'GET /api/settings': publicSettings,
  'POST /microsoft/connect': needUser(connect),
  'GET /auth/oauth2/microsoft/callback/': needUser(callback),
  'POST /microsoft/disconnect': needUser(disconnect),
  'GET /api/microsoft': needUser(status),
  'POST /api/microsoft/token': needUser(token),
  'GET /api/connections': needUser(listConnections),
};

createServer((request, response) => {
  answer(request, response).catch((error) => {
    // Never the error of somebody else: it may quote an answer with a token in it.
    console.error(error instanceof MicrosoftError ? error.message : 'A request failed.');
    if (!response.headersSent) json(response, 500, { message: 'Something went wrong in the portal.' });
  });
}).listen(settings.port, 'localhost', () => console.log(`The portal is at ${settings.portal}`));

async function answer(request, response) {
  const address = new URL(request.url ?? '/', settings.portal);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  // Without a referrer, browsers would call the origin of the portal's own forms “null”.
  response.setHeader('Referrer-Policy', 'same-origin');
  const run = ROUTES[`${request.method} ${address.pathname}`];
  if (!run) return file(response, address.pathname);
  response.setHeader('Cache-Control', 'no-store');
  if (request.method === 'POST' && !isOwn(request))
    return json(response, 403, { message: 'Not from this portal.' });
  return run({ request, response, address, session: sessions.of(request) });
}

/** A form of another site would send the cookie along. */
function isOwn({ headers }) {
  return headers.origin === new URL(settings.portal).origin;
}

function needUser(run) {
  return async (call) => {
    if (!call.session) return json(call.response, 401, { message: 'Sign in at the portal first.' });
    return run(call);
  };
}

/** The portal's own sign-in is not what this example is about: it takes a name. */
async function login({ request, response }) {
  const user = new URLSearchParams(await body(request)).get('user');
  if (!USERS.includes(user)) return json(response, 400, { message: 'Nobody is called so here.' });
  sessions.begin(response, user);
  return redirect(response, '/server-sign-in.html');
}

function publicSettings({ response, session }) {
  const { clientId, authority, graph } = settings;
  json(response, 200, { clientId, authority, graph, user: session?.user });
}

function connect({ response, session }) {
  const { person } = connections.describe(session.user);
  const claims = connections.claimsOf(session.user);
  const { address, attempt } = microsoft.begin({ claims, loginHint: person?.username });
  session.attempt = attempt;
  redirect(response, address);
}

async function callback({ response, address, session }) {
  const { attempt } = session;
  session.attempt = undefined;
  session.message = await finish(session.user, attempt, Object.fromEntries(address.searchParams));
  // Away from an address with a code in it.
  redirect(response, '/server-sign-in.html');
}

async function finish(user, attempt, { state = '', code, ...rest }) {
  // An answer that this browser did not ask for would connect somebody else's OneDrive.
  if (!attempt || !isSame(state, attempt.state))
    return { error: 'This answer was not asked for here. Connect again.' };
  try {
    if (!code) throw refusal(rest);
    connections.connect(user, await microsoft.redeem(code, attempt.verifier));
    return { success: 'Connected successfully!' };
  } catch (error) {
    if (!(error instanceof MicrosoftError)) throw error;
    console.error(`Connecting failed: ${error.code}`);
    return { error: error.message };
  }
}

function disconnect({ response, session }) {
  connections.disconnect(session.user);
  session.message = { success: 'Disconnected. The portal has forgotten its tokens.' };
  redirect(response, '/server-sign-in.html');
}

function status({ response, session }) {
  const { message } = session;
  session.message = undefined;
  json(response, 200, { user: session.user, message, ...connections.describe(session.user) });
}

/** For `getAccessToken` of the control: a short-lived token, for the user of this session only. */
async function token({ request, response, session }) {
  try {
    const { claims, forceRefresh } = JSON.parse(await body(request));
    json(
      response,
      200,
      await connections.token(session.user, { claims, forceRefresh: forceRefresh === true }),
    );
  } catch (error) {
    if (!(error instanceof MicrosoftError)) throw error;
    json(response, error.needsUser ? 401 : 502, { message: error.message, reconnect: error.needsUser });
  }
}

function listConnections({ response, session }) {
  if (session.user !== 'Administrator') return json(response, 403, { message: 'For administrators.' });
  const users = connections.users().map((user) => ({ user, ...connections.describe(user) }));
  return json(response, 200, users);
}

function isSame(given, wanted) {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function body(request) {
  let text = '';
  for await (const part of request) {
    text += part;
    if (text.length > LARGEST_BODY) throw new Error('Too much.');
  }
  return text;
}

function json(response, status, value) {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(value));
}

function redirect(response, address) {
  response.writeHead(303, { Location: address });
  response.end();
}

function file(response, path) {
  const name = normalize(path === '/' ? '/index.html' : path);
  const isElement = name.startsWith('/onedrive/');
  const place = isElement ? join(settings.controlFiles, name.slice('/onedrive/'.length)) : join(PAGES, name);
  const type = TYPES[extname(name)];
  if (!type || !existsSync(place)) return json(response, 404, { message: 'There is no such page.' });
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-cache' });
  return createReadStream(place).pipe(response);
}

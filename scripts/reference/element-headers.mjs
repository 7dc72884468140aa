// The headers of the element's files in a portal, in the words of its web server, for docs/deploy.md. Other than the
// application's page they come into a configuration that is there already, which may say more than they can bear.
import { fence } from './server-headers.mjs';

const FOLDER = '/onedrive';
const ELSEWHERE = 'only where pages of other origins load the script:';
/** A portal may send it everywhere; the redirect page is to have none. */
const UNWANTED = 'Cross-Origin-Opener-Policy';

/** @param headers what scripts/response-headers.ts exports */
export function createElementHeaders({ FILE_HEADERS, CALLBACK_HEADERS, HASHED_HEADERS, ...others }) {
  const places = {
    callback: { ...FILE_HEADERS, ...CALLBACK_HEADERS },
    chunks: { ...FILE_HEADERS, ...HASHED_HEADERS },
    named: { ...FILE_HEADERS, ...others.NAMED_HEADERS },
    shared: others.SHARED_HEADERS,
  };
  return {
    elementNginx: fence('nginx', nginx(places)),
    elementIis: fence('xml', iis(places)),
    elementApache: fence('apache', apache(places)),
    elementHeaders: fence('text', headersFile(places)),
    elementAzure: fence('json', JSON.stringify(staticWebApp(places), null, 2)),
  };
}

// “^~” keeps a portal's regular expressions for *.js away; a location's own lines replace those around it.
function nginx({ callback, chunks, named, shared }) {
  const lines = (headers, end) =>
    Object.entries(headers).map(([name, value]) => `  add_header ${name} "${value}"${end};`);
  const location = (where, headers, isShared) =>
    [
      `location ${where} {`,
      ...lines(headers, headers === chunks ? '' : ' always'),
      ...(isShared ? [`  # ${ELSEWHERE}`, ...lines(shared, ' always').map((line) => `  #${line}`)] : []),
      '}',
    ].join('\n');
  return [
    '# in the server { … } of the portal',
    location(`= ${FOLDER}/oauth2callback.html`, callback, false),
    location(`^~ ${FOLDER}/chunks/`, chunks, true),
    location(`^~ ${FOLDER}/`, named, true),
  ].join('\n');
}

// A header that a web.config above names, too, is an error 500 unless it is removed first.
function iis({ callback, chunks, named, shared }) {
  const line = ([name, value]) =>
    `          <remove name="${name}" />\n          <add name="${name}" value="${value}" />`;
  const location = (path, headers, more) => `  <location path="${path}">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
${[...Object.entries(headers).map(line), ...more].join('\n')}
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>`;
  const elsewhere = [
    `          <!-- ${ELSEWHERE}`,
    ...Object.entries(shared).map(([name, value]) => `          <add name="${name}" value="${value}" />`),
    '          -->',
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<configuration>
${location('onedrive-control.js', named, elsewhere)}
${location('oauth2callback.js', named, [])}
${location('oauth2callback.html', callback, [`          <remove name="${UNWANTED}" />`])}
${location('chunks', chunks, elsewhere)}
</configuration>`;
}

// Apache keeps two tables, with and without “always”, and sends both: what the portal has set is taken out of each.
function apache({ callback, chunks, named, shared }) {
  const unset = (name) => [`  Header unset ${name}`, `  Header always unset ${name}`];
  const lines = (headers) =>
    Object.entries(headers).flatMap(([name, value]) => [
      `  Header unset ${name}`,
      `  Header always set ${name} "${value}"`,
    ]);
  const hashed = Object.entries(chunks).flatMap(([name, value]) => [
    `  Header always unset ${name}`,
    `  Header set ${name} "${value}"`,
  ]);
  const elsewhere = [
    `  # ${ELSEWHERE}`,
    ...Object.entries(shared).map(([name, value]) => `  # Header always set ${name} "${value}"`),
  ];
  return [
    '# needs mod_headers; in <VirtualHost> or in the .htaccess of the portal',
    `<If "%{REQUEST_URI} =~ m#^${FOLDER}/[^/]+$#">`,
    ...lines(named),
    ...elsewhere,
    '</If>',
    `<If "%{REQUEST_URI} =~ m#^${FOLDER}/chunks/#">`,
    ...hashed,
    ...elsewhere,
    '</If>',
    `<If "%{REQUEST_URI} == '${FOLDER}/oauth2callback.html'">`,
    ...unset(UNWANTED),
    ...lines(callback),
    '</If>',
  ].join('\n');
}

// Hosts that read this file join the values of all rules that match: nothing here matches twice.
function headersFile({ callback, chunks, named, shared }) {
  const lines = (headers) => Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const rule = (path, headers, isShared) =>
    [
      `${FOLDER}/${path}`,
      ...lines(headers).map((line) => `  ${line}`),
      ...(isShared ? [`  # ${ELSEWHERE}`, ...lines(shared).map((line) => `  # ${line}`)] : []),
    ].join('\n');
  return [
    rule('onedrive-control.js', named, true),
    rule('oauth2callback.js', named, false),
    rule('oauth2callback.html', callback, false),
    rule('chunks/*', chunks, true),
  ].join('\n');
}

// The first rule that matches is the only one; an empty text takes a global header away.
function staticWebApp({ callback, chunks, named }) {
  return {
    routes: [
      { route: `${FOLDER}/oauth2callback.html`, headers: { ...callback, [UNWANTED]: '' } },
      { route: `${FOLDER}/chunks/*`, headers: chunks },
      { route: `${FOLDER}/*`, headers: named },
    ],
  };
}

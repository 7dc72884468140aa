// The headers of a deployment in the words of its web server, for docs/deploy.md.

/** @param headers what scripts/response-headers.ts exports @param page the headers of the application's page */
export function createServerHeaders(headers, page) {
  const all = { ...headers.FILE_HEADERS, ...headers.TRANSPORT_HEADERS };
  const { CALLBACK_HEADERS: callback, HASHED_HEADERS: hashed, NAMED_HEADERS: named } = headers;
  const places = { all, page, callback, hashed, named };
  return {
    nginx: fence('nginx', nginx(places)),
    iis: fence('xml', iis(places)),
    apache: fence('apache', apache(places)),
    headers: fence('text', headersFile(places)),
    azure: fence('json', JSON.stringify(staticWebApp(places), null, 2)),
  };
}

export function fence(language, text) {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

// A location's own add_header lines replace those around it: each names them all.
function nginx({ all, page, callback, hashed, named }) {
  // “always” means on errors too: a file that is missing for a moment must not be missing for a year.
  const always = (headers) => (headers === hashed ? '' : ' always');
  const lines = (headers) =>
    [all, headers].flatMap((some) =>
      Object.entries(some).map(([name, value]) => `    add_header ${name} "${value}"${always(some)};`),
    );
  const location = (where, headers) => [`  location ${where} {`, ...lines(headers), '  }'].join('\n');
  return `server {
  root /srv/onedrive;

${location('= /index.html', page)}
${location('= /oauth2callback.html', callback)}
${location('/assets/', hashed)}
${location('/', named)}
}`;
}

function iis({ all, page, callback, named }) {
  const add = (headers, space) =>
    Object.entries(headers)
      .map(([name, value]) => `${space}<add name="${name}" value="${value}" />`)
      .join('\n');
  const location = (path, headers) => `  <location path="${path}">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
${add(headers, '          ')}
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <defaultDocument>
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <staticContent>
      <remove fileExtension=".json" />
      <mimeMap fileExtension=".json" mimeType="application/json" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
${add(all, '        ')}
      </customHeaders>
    </httpProtocol>
  </system.webServer>
${location('index.html', page)}
${location('oauth2callback.html', callback)}
${location('oauth2callback.js', named)}
${location('onedrive.config.json', named)}
  <location path="assets">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" cacheControlCustom="public, immutable" />
      </staticContent>
    </system.webServer>
  </location>
</configuration>`;
}

function apache({ all, page, callback, hashed, named }) {
  const set = (headers, space = '') =>
    Object.entries(headers)
      .map(([name, value]) => `${space}Header always set ${name} "${value}"`)
      .join('\n');
  const files = (name, headers) => `<Files "${name}">\n${set(headers, '  ')}\n</Files>`;
  return `# needs mod_headers; in .htaccess, or inside <Directory>
${set(all)}
${files('index.html', page)}
${files('oauth2callback.html', callback)}
${files('oauth2callback.js', named)}
${files('onedrive.config.json', named)}
<If "%{REQUEST_URI} =~ m#/assets/#">
${set(hashed, '  ').replace('Header always', 'Header')}
</If>`;
}

// Hosts that read this file join the values of all rules that match: no two of these name the same header.
function headersFile({ all, page, callback, hashed, named }) {
  const rule = (path, headers) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return [
    rule('/*', all),
    rule('/', page),
    rule('/index.html', page),
    rule('/oauth2callback.html', callback),
    rule('/oauth2callback.js', named),
    rule('/onedrive.config.json', named),
    rule('/assets/*', hashed),
  ].join('\n');
}

function staticWebApp({ all, page, callback, hashed, named }) {
  return {
    globalHeaders: all,
    routes: [
      { route: '/', headers: page },
      { route: '/index.html', headers: page },
      { route: '/oauth2callback.html', headers: callback },
      { route: '/oauth2callback.js', headers: named },
      { route: '/onedrive.config.json', headers: named },
      { route: '/assets/*', headers: hashed },
    ],
  };
}

/** What is wrong, and what to do about it: of every cause of the self-test (src/self-test/causes.ts). */
export const selfTestCauses = {
  'cause.client-id-invalid': '“{value}” is no client id.',
  'fix.client-id-invalid':
    'Set clientId to the Application (client) ID of the app registration: 32 hexadecimal digits in five groups.',
  'cause.cloud-invalid': 'The setting “{setting}” is not valid.',
  'fix.cloud-invalid':
    'Use a directory (tenant) ID, a domain, common, organizations or consumers as the tenant; an authority that starts with https:// and ends with the tenant; and a cloud that is known.',
  'cause.scopes-invalid':
    'The scopes can’t be asked for together, or are none of Microsoft Graph: “{value}”.',
  'fix.scopes-invalid':
    'Use names of Microsoft Graph, such as Files.ReadWrite, or leave the setting out: the control asks for what it needs.',
  'cause.scopes-needless':
    'OneDrive has no use for these permissions: {scopes}. An administrator would have to allow them.',
  'fix.scopes-needless':
    'Take them out of the settings, and out of the app registration if nothing else needs them.',
  'cause.redirect-uri-invalid': '“{value}” can’t be the redirect address.',
  'fix.redirect-uri-invalid':
    'Give the full address of oauth2callback.html, with https. Only localhost may use http.',
  'cause.redirect-uri-elsewhere':
    'The redirect page {redirectUri} belongs to another site than this page ({origin}), so it can’t hand over what Microsoft answers.',
  'fix.redirect-uri-elsewhere':
    'Put oauth2callback.html and oauth2callback.js on {origin}, register that address, and name it as redirectUri. Scheme, host and port must be those of this page.',
  'cause.secret-in-page':
    'The settings of the page hold “{setting}”. Everybody who opens the page can read it.',
  'fix.secret-in-page':
    'Remove it: a single-page application needs no secret. Delete the secret in the app registration as well, because it is known now.',
  'cause.secret-as-id':
    'The setting “{setting}” seems to hold a client secret. Everybody who opens the page can read it.',
  'fix.secret-as-id':
    'Set “{setting}” to the id from the overview of the app registration. The secret is known now: delete it there under Certificates & secrets, and if a server uses it, make a new one for that server. This page needs none.',

  'cause.insecure-context': '{origin} is not secure, so the browser withholds what signing in needs.',
  'fix.insecure-context': 'Serve the page over https. Only http://localhost works without.',
  'cause.storage-refused': 'The browser does not let this page keep data ({storage}).',
  'fix.storage-refused':
    'Allow cookies and site data for this page in the settings of the browser, or leave private browsing. An extension or a policy of your organisation may forbid it too.',
  'cause.third-party-frame':
    'The page is in a frame of another site, and the browser keeps cookies and storage from it. Signing in can’t work there.',
  'fix.third-party-frame':
    'Open the page in a tab of its own, serve both from one site, or let the surrounding page sign in and give its tokens (getAccessToken).',
  'cause.policy-forbids': 'The Content-Security-Policy of this page forbids addresses that OneDrive needs.',
  'fix.policy-forbids': 'Add to the policy: {directives}',

  'cause.redirect-page-missing': 'There is no redirect page at {redirectUri} (status {status}).',
  'fix.redirect-page-missing':
    'Copy oauth2callback.html and oauth2callback.js to the web server, side by side, so that this address shows the page.',
  'cause.redirect-page-redirected':
    'The web server redirects {redirectUri} to another address, perhaps to a sign-in of its own. Microsoft’s answer gets lost on the way.',
  'fix.redirect-page-redirected':
    'Let the web server answer this address with the file itself, without a redirect and without a sign-in. Take care of a slash at the end, and of http and https.',
  'cause.redirect-page-not-html': 'The web server sends {redirectUri} as “{type}” instead of text/html.',
  'fix.redirect-page-not-html': 'Send .html files with the header Content-Type: text/html; charset=utf-8.',
  'cause.redirect-page-replaced':
    'At {redirectUri} is another page (“{title}”): the portal answers with its own start page or its sign-in page.',
  'fix.redirect-page-replaced':
    'Exempt this address from the portal’s rewriting and from its sign-in, so that the file oauth2callback.html comes as it was built.',
  'cause.redirect-page-changed':
    'The portal has put scripts of its own into {redirectUri}. They could read what Microsoft answers, and they can keep the page from working.',
  'fix.redirect-page-changed':
    'Exempt this page from whatever the portal or a proxy puts into pages (menus, statistics), and copy the file again.',
  'cause.redirect-script-missing': 'The script of the redirect page is not at {script} (status {status}).',
  'fix.redirect-script-missing':
    'Copy oauth2callback.js beside oauth2callback.html. Both belong to one release.',
  'cause.redirect-script-wrong-type':
    'The web server sends {script} as “{type}”, and browsers refuse to run it.',
  'fix.redirect-script-wrong-type': 'Send .js files with the header Content-Type: text/javascript.',
  'cause.redirect-script-changed': '{script} is not the script that belongs to the redirect page.',
  'fix.redirect-script-changed':
    'Copy oauth2callback.html and oauth2callback.js again, both of the same release, and let nothing change them on the way.',
  'cause.redirect-page-opener-policy':
    'The redirect page is sent with Cross-Origin-Opener-Policy: {value}, which parts it from the page that opened it.',
  'fix.redirect-page-opener-policy':
    'Send oauth2callback.html without Cross-Origin-Opener-Policy. Other pages may keep it.',
  'cause.redirect-page-cached':
    'Browsers and proxies may keep old copies of the redirect page (Cache-Control: {value}), which would fail after an update.',
  'fix.redirect-page-cached': 'Send oauth2callback.html with Cache-Control: no-store.',
  'cause.redirect-page-not-framed':
    'The redirect page may not be shown in a frame of this site ({header}), so tokens can’t be renewed in the background.',
  'fix.redirect-page-not-framed':
    'Send oauth2callback.html with Content-Security-Policy: frame-ancestors ’self’, and without X-Frame-Options: DENY.',
  'cause.redirect-page-not-framed-within':
    'This page is in a frame of another address, and the redirect page may not be shown there ({header}), so tokens can’t be renewed in the background.',
  'fix.redirect-page-not-framed-within':
    'Add the address of the surrounding page to frame-ancestors in the Content-Security-Policy of oauth2callback.html, beside ’self’.',
  'cause.redirect-page-service-worker':
    'A service worker of this site answers {redirectUri} with another page (“{title}”).',
  'fix.redirect-page-service-worker':
    'Exclude oauth2callback.html from the service worker’s navigation fallback, release it, and reload the page.',
  'cause.redirect-page-does-not-run':
    'The redirect page {redirectUri} is shown, but its script does not run.',
  'fix.redirect-page-does-not-run':
    'Allow its script in the policy of that page (Content-Security-Policy: script-src ’self’), and send oauth2callback.js from the same folder.',

  'cause.emulator-silent':
    'Nothing answers at {host}, an address of this very computer. The emulator, or whatever is to stand there in place of Microsoft, is not running.',
  'fix.emulator-silent':
    'Start it: npm start, or npm run emulator alone (npm start brings none with it where onedrive.config.json is in the folder public). Compare the address that it prints with the settings; EMULATOR_PORT moves it. For Microsoft’s own sign-in, take this address out of the settings.',
  'cause.login-unreachable': 'Microsoft’s sign-in ({host}) can’t be reached from this browser.',
  'fix.login-unreachable':
    'Check the network. In an organisation, let the firewall, the proxy or the content filter allow {host}; an inspecting proxy must have a certificate that the browser trusts.',
  'cause.login-answers-strangely': '{host} does not answer as Microsoft’s sign-in does (status {status}).',
  'fix.login-answers-strangely':
    'Check the authority in the settings. It is https://login.microsoftonline.com/ with the tenant behind it, or that of another cloud. A proxy may also answer in its place.',
  'cause.tenant-unknown': 'Microsoft does not know the tenant “{tenant}”.',
  'fix.tenant-unknown':
    'Use the directory (tenant) ID from the overview of the app registration, or common or organizations. A tenant of another national cloud needs that cloud in the settings.',
  'cause.cloud-mismatch':
    'The tenant belongs to another cloud: its Microsoft Graph is {expected}, and the settings say {graph}.',
  'fix.cloud-mismatch':
    'Set “cloud” to that of the tenant: global, usgov, usgov-dod or china. The app must be registered there.',
  'cause.client-unknown': 'Microsoft does not know an app with the client id {clientId} in this tenant.',
  'fix.client-unknown':
    'Copy the Application (client) ID from the overview of the app registration, and check that the tenant of the settings is the one in which it was registered. For other tenants the app must be registered for several organisations.',
  'cause.registration-unknown':
    'Microsoft answered nothing to this page. Either it does not know the client id {clientId} (AADSTS700016), or the redirect address {redirectUri} is not registered for it (AADSTS50011); from outside these look the same.',
  'fix.registration-unknown':
    'In the app registration, under Authentication, add {redirectUri} to the platform “Single-page application”, exactly as it stands here: capital letters and a slash at the end count. Compare the client id as well. A changed registration takes a few minutes.',
  'cause.registration-unknown-shared':
    'Microsoft answered nothing to this page. Either the app is not for the accounts of “{tenant}”, because it is registered for one organisation only (AADSTS50194) or for another kind of accounts (AADSTS9002331, AADSTS9002332); or Microsoft does not know the client id {clientId} (AADSTS700016); or the redirect address {redirectUri} is not registered for it (AADSTS50011). From outside these look the same.',
  'fix.registration-unknown-shared':
    'If only accounts of one organisation are to sign in, set “tenant” to the Directory (tenant) ID from the overview of the app registration; otherwise choose there, under Authentication, Supported account types, who else may. If that is right already: add {redirectUri} to the platform “Single-page application”, exactly as it stands here (capital letters and a slash at the end count), and compare the client id. A changed registration takes a few minutes.',
  'cause.registration-refused': 'Microsoft refused the request of this app ({code}).',
  'fix.registration-refused':
    'Check the supported account types, the permissions and whether the app is enabled; the code tells which of them.',
  'cause.not-single-page':
    'The redirect address is registered, but under “Web” (or for mobile and desktop applications), where Microsoft demands a secret.',
  'fix.not-single-page':
    'In the app registration, under Authentication, remove the address of oauth2callback.html from “Web” and add it to “Single-page application”. No secret is needed. Addresses of the portal’s own server stay under “Web”.',

  'cause.popup-blocked': 'The browser did not open the sign-in window.',
  'fix.popup-blocked': 'Allow pop-up windows for {origin} in the browser, and run the test again.',
  'cause.sign-in-cancelled': 'The sign-in was cancelled.',
  'fix.sign-in-cancelled': 'Run the test again and finish signing in, in the window that opens.',
  'cause.window-closed': 'The sign-in window was closed, and nothing came back from it.',
  'fix.window-closed':
    'If it showed an error, Microsoft tells of it in that window alone: run the test again and look its code (AADSTS…) up in docs/errors.md, which says who can put it right. If it did not, finish signing in there.',
  'cause.sign-in-declined': 'The permission was not given in the sign-in window.',
  'fix.sign-in-declined': 'Run the test again, and accept what the window asks for.',
  'cause.sign-in-failed': 'Signing in failed ({code}).',
  'fix.sign-in-failed': 'Look the code up in docs/errors.md, and give support this request id: {request}.',
  'cause.admin-approval-needed':
    'Your organisation wants an administrator to approve this app first ({code}).',
  'fix.admin-approval-needed':
    'Send this address to an administrator. Signed in there, they choose Accept for the whole organisation: {address}',
  'cause.account-not-allowed': 'This account may not use the app ({code}).',
  'fix.account-not-allowed':
    'Sign in with another account; or an administrator assigns the user to the app, or changes the rule that blocks the sign-in. Request id: {request}.',
  'cause.no-token-from-page': 'The page gives no token that can be used ({code}).',
  'fix.no-token-from-page':
    'getAccessToken must give an access token for Microsoft Graph, with the scopes it is asked for, as a string or as an object with token and expiresOn.',
  'cause.scopes-missing': 'These permissions are missing: {missing}. Asked for: {asked}. Granted: {granted}.',
  'fix.scopes-missing':
    'Add them in the app registration under API permissions, Microsoft Graph, Delegated, and grant consent. A page that gives its own tokens must ask for them.',

  'cause.graph-unreachable': 'Microsoft Graph ({host}) can’t be reached from this browser.',
  'fix.graph-unreachable':
    'Let the firewall, the proxy or the content filter allow {host}. A proxy must pass the CORS headers on, and answer OPTIONS requests.',
  'cause.graph-answers-strangely': '{host} does not answer as Microsoft Graph does (status {status}).',
  'fix.graph-answers-strangely':
    'Check the cloud and the address of Graph in the settings. A proxy may also answer in its place; if it is Microsoft that is not well, try later.',
  'cause.graph-refused-token': 'Microsoft Graph refuses the token ({code}).',
  'fix.graph-refused-token':
    'The token must be one for Microsoft Graph of this cloud. Sign out and in again; a rule of the organisation may also end sign-ins early. Request id: {request}.',
  'cause.no-drive': 'This account has no OneDrive ({code}).',
  'fix.no-drive':
    'At work or school an administrator assigns a licence with OneDrive, and the user opens OneDrive in the browser once. Or sign in with another account.',
  'cause.drive-refused': 'This account may not open its OneDrive here ({code}).',
  'fix.drive-refused':
    'An administrator checks the permissions of the app and the access rules of SharePoint and OneDrive. Request id: {request}.',
  'cause.drive-unavailable': 'OneDrive does not answer ({code}).',
  'fix.drive-unavailable': 'Try again later. If it lasts, give support this request id: {request}.',
  'cause.drive-full': 'The OneDrive of this account is full.',
  'fix.drive-full': 'Delete files, empty the recycle bin, or get more space.',
  'cause.writing-refused': 'The permission to change files could not be got ({code}).',
  'fix.writing-refused':
    'An administrator checks that Files.ReadWrite is among the permissions of the app, and that users may consent to it. Request id: {request}.',
  'cause.upload-refused': 'OneDrive did not take the test file ({code}).',
  'fix.upload-refused':
    'Check that the account may add files, and that the policy of the organisation lets this computer upload. Request id: {request}.',
  'cause.upload-host-blocked': 'The Content-Security-Policy of this page forbids uploads to {host}.',
  'fix.upload-host-blocked': 'Add https://{host}, or the wildcard of docs/embedding.md, to connect-src.',
  'cause.upload-host-unreachable':
    'Bytes can’t be uploaded to {host}: it can’t be reached from this browser.',
  'fix.upload-host-unreachable':
    'Let the firewall, the proxy or the content filter allow PUT requests to {host}.',
  'cause.download-host-blocked': 'The Content-Security-Policy of this page forbids downloads from {host}.',
  'fix.download-host-blocked': 'Add https://{host}, or the wildcard of docs/embedding.md, to connect-src.',
  'cause.download-host-unreachable':
    'Bytes can’t be downloaded from {host}: it can’t be reached from this browser.',
  'fix.download-host-unreachable': 'Let the firewall, the proxy or the content filter allow {host}.',
  'cause.bytes-differ': 'Other bytes came down from {host} than had gone up.',
  'fix.bytes-differ':
    'Something on the way changes files, perhaps a proxy or a virus scanner. Exempt {host} from it.',
  'cause.file-left': 'The test file {name} could not be deleted ({code}).',
  'fix.file-left': 'Delete it at the top of your OneDrive.',
  'cause.clock-fast':
    'The clock of this computer is about {minutes} minutes fast. Tokens seem to have ended.',
  'fix.clock-fast': 'Let the computer set its clock, time zone and date automatically.',
  'cause.clock-slow':
    'The clock of this computer is about {minutes} minutes slow. Tokens seem to last too long.',
  'fix.clock-slow': 'Let the computer set its clock, time zone and date automatically.',
} as const;

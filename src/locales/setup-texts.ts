/** The set-up assistant of the single-page app. Values stand between braces. */
export const setupTexts = {
  title: 'Set-up assistant',
  intro:
    'Six steps from nothing to a OneDrive on your page. Nothing that you enter leaves this browser; it is kept until you close the tab.',
  steps: 'Steps',
  back: 'Back',
  next: 'Next: {step}',
  startOver: 'Start over',
  leave: 'Back to OneDrive',
  copy: 'Copy',
  copied: 'Copied',
  copyOf: 'Copy {name}',
  download: 'Download {name}',
  optional: 'optional',

  accounts: {
    title: 'Accounts',
    intro:
      'An app registration tells Microsoft which page may ask for files, and whose. First: in which cloud is your organisation, and who may sign in?',
    cloud: 'Cloud',
    clouds: {
      global: 'Microsoft’s global cloud (nearly everybody, GCC too)',
      usgov: 'US Government L4 (GCC High)',
      'usgov-dod': 'US Government L5 (DoD)',
      china: 'China, operated by 21Vianet',
      emulator: 'The emulator on this computer (for development)',
    },
    emulator: 'Address of the emulator',
    emulatorSilent:
      'No emulator answers at {address}. Start it (npm start, or npm run emulator), and enter the address that it prints; or the Content-Security-Policy of this page does not allow it.',
    audience: 'Who may sign in (Supported account types)',
    audiences: {
      AzureADMyOrg: 'Only accounts of your organisation',
      AzureADMultipleOrgs: 'Accounts of any organisation',
      AzureADandPersonalMicrosoftAccount: 'Accounts of any organisation, and personal Microsoft accounts',
      PersonalMicrosoftAccount: 'Personal Microsoft accounts only',
    },
    consequence: {
      AzureADMyOrg: 'Single tenant: you will need the directory (tenant) ID in step 5.',
      AzureADMultipleOrgs:
        'The setting “tenant” becomes “organizations”. An administrator of each other organisation may have to consent once.',
      AzureADandPersonalMicrosoftAccount: 'The setting “tenant” becomes “common”.',
      PersonalMicrosoftAccount: 'The setting “tenant” becomes “consumers”.',
    },
  },

  addresses: {
    title: 'Name and address',
    intro:
      'After signing in, Microsoft sends people back to one address only: the redirect page of the control. It has to be registered letter by letter.',
    name: 'Name of the app',
    nameHint: 'People see it when they are asked for their consent. It may be any name.',
    own: 'Redirect URI of this page',
    more: 'Other pages with the control',
    moreHint:
      'One address a line, where the control is embedded or this page has another name, such as https://portal.example.com. The name of the redirect page is added.',
    malformed: '“{value}” is not an address.',
    registered: 'Redirect URIs to register',
    warnings: {
      insecure:
        'This page is served over http. Microsoft accepts that for localhost only: serve it over https, open it by that address, and start this step anew.',
      loopback:
        'This address works on this computer only. Register the public one as well when you deploy the page.',
      tunnel:
        'This looks like a tunnel to a development computer. Its address changes when the tunnel is started anew: register the new one then, and correct “redirectUri” where it is set. A reserved name does not change.',
      twin: 'If people open the page both with and without “www.”, register both addresses, or lead one to the other.',
      capitals:
        'The path has capital letters. Microsoft compares them: people have to open the page with exactly this spelling.',
    },
  },

  permissions: {
    title: 'Permissions',
    intro:
      'Delegated permissions only: the control never reaches more than the person who is signed in. Choose what your page is for; least is best.',
    browse: 'Browse, open and download one’s own files (always)',
    features: {
      change: 'Upload, make folders, rename, move and delete',
      others: 'Reach what others have shared, and other libraries',
      sites: 'Find SharePoint sites',
      teams: 'List teams and their channels',
      people: 'Suggest people when something is shared',
    },
    notYet: 'This version has no source for it yet. Choose it only to have it approved in one go.',
    needless:
      'The settings of this page ask for {scopes}. The control never needs that, and an administrator would have to allow it: leave it out.',
    asked: 'Permissions to register (Microsoft Graph, delegated)',
    permission: 'Permission',
    reason: 'What for',
    administrator: 'Administrator needed',
    byDefault: 'No, unless your organisation decides so',
  },
  reasons: {
    'User.Read': 'sign people in and show their name and picture',
    'Files.Read': 'list and open one’s own files',
    'Files.ReadWrite': 'change one’s own files; asked for at the first change',
    'Files.Read.All': 'list and open all files that the person can reach',
    'Files.ReadWrite.All': 'change all files that the person may change; asked for at the first change',
    'Sites.Read.All': 'find sites',
    'Team.ReadBasic.All': 'list the person’s teams',
    'Channel.ReadBasic.All': 'list the channels of a team',
    'People.Read': 'suggest people the person works with',
  },

  register: {
    title: 'Register',
    intro: 'Register the app by hand in the admin centre, or let a command do it. Either way takes a minute.',
    introEmulator:
      'The emulator knows an app as soon as you send it this. It takes the client id from you, so one has been made up below.',
    ways: 'Way to register',
    way: {
      hand: 'By hand',
      bash: 'Azure CLI (bash)',
      powerShell: 'Azure CLI (PowerShell)',
      graphPowerShell: 'Graph PowerShell',
      request: 'Graph request',
      manifest: 'Manifest',
    },
    wayEmulator: { bash: 'curl (bash)', powerShell: 'PowerShell', request: 'Request' },
    wayHint: {
      bash: 'Run this where the Azure CLI is installed, or in the Azure Cloud Shell. It prints the Application (client) ID.',
      powerShell: 'Run this in PowerShell with the Azure CLI. It prints the Application (client) ID.',
      graphPowerShell:
        'Run this in PowerShell with the module Microsoft.Graph.Authentication. It prints the Application (client) ID.',
      request:
        'Send this with Graph Explorer or another client, with the permission Application.ReadWrite.All. “appId” of the answer is the Application (client) ID.',
      manifest:
        'The same as the portal’s manifest (Microsoft Graph app manifest): paste its parts into the manifest of an existing registration.',
    },
    wayHintEmulator: 'Run this on the computer of the emulator. Then go on.',
    hand: {
      open: 'Open {portal} → App registrations → New registration.',
      name: 'Name: {name}',
      audience: 'Supported account types: {audience}',
      platform: 'Redirect URI: choose the platform Single-page application (SPA), not Web, and paste',
      moreUris: 'After that, under Authentication, add under Single-page application',
      register: 'Choose Register.',
      permissions:
        'API permissions → Add a permission → Microsoft Graph → Delegated permissions. Tick {permissions}, then Add permissions.',
      consent:
        'If your organisation does not let people consent themselves: API permissions → Grant admin consent. Or send an administrator the text of step 6.',
    },
    noSecret:
      'No client secret is needed, and none must ever be put into a page. The control signs in with the authorization code flow and PKCE.',
    web: 'A redirect URI of the platform Web in the same registration belongs to something else, such as a portal’s own server-side connector with its secret. It may stay; the control needs the one under Single-page application beside it.',
  },

  ids: {
    title: 'Copy the ids',
    intro: 'Both stand on the Overview of the new registration.',
    introEmulator: 'The emulator knows your app by this id.',
    clientId: 'Application (client) ID',
    clientIdHint: 'You may paste the whole line, or the whole overview.',
    tenant: 'Directory (tenant) ID',
    tenantHint: 'An id, a domain, or the issuer https://login.microsoftonline.com/…/v2.0.',
    tenantHintEmulator:
      'The emulator has one organisation, contoso.example: 11111111-1111-4111-8111-111111111111.',
    tenantOptional: 'Only to keep the page to one organisation; without it the tenant is “{tenant}”.',
    makeUp: 'Make one up',
    understood: 'Understood: {value}',
    problems: {
      secret:
        'This looks like a client secret. Never put it into a page; delete it in the portal if it was shown to anybody. The control needs the Application (client) ID alone.',
      malformed:
        'This is not an Application (client) ID: 32 hexadecimal digits in five groups, such as 22222222-2222-4222-8222-222222222222.',
      contradiction:
        'Step 1 says “{audience}”: through “{tenant}” Microsoft refuses everybody then (AADSTS50194 or alike). Either enter the tenant that belongs to it here, or choose in step 1 who else may sign in, and register the app so (step 4; of a registration that exists: Authentication → Supported accounts).',
      same: 'The client ID and the tenant ID are the same: one of them was pasted twice.',
    },
  },

  use: {
    title: 'Use it',
    missing: 'Step 5 is not done yet: where an id is missing, “{placeholder}” stands in its place.',
    configuration: 'This page: onedrive.config.json',
    configurationHint:
      'For everybody who opens this page. Of a deployed page: put the file beside its index.html. Of the development server (npm start): put it into the folder public of the project, and start the server anew without SETUP=1.',
    configurationEmulator:
      'With this file in the folder public, npm start does not start an emulator: run npm run emulator beside it, with the same EMULATOR_PORT, and register the app again after each start of it. To develop with the emulator no file is needed: npm start without SETUP=1 brings settings of its own.',
    element: 'A page of your own: the element',
    elementHint:
      'Copy the folder dist/element to your web server as /onedrive/, and oauth2callback.html and oauth2callback.js to the address registered in step 2. “redirect-uri” has to stay: without it the control uses the oauth2callback.html beside its script, which is not registered then (AADSTS50011).',
    react: 'A page of your own: React',
    administrator: 'For the administrator',
    administratorHint:
      'Only where an administrator has to consent for everybody. Send this text; the link asks for the permissions of the registration.',
    needsClientId: 'The link comes with the client ID of step 5.',
    try: 'Try it',
    open: 'Open OneDrive with these settings',
    openHint:
      'In this tab only, without the file. If the page sends a Content-Security-Policy of another cloud, the browser stops it: docs/deploy.md.',
    selfTest: 'Run the self-test',
    selfTestHint:
      'Tries everything the control needs, and says who can mend what is missing. In a page of your own: runSelfTest of onedrive-control/core (docs/self-test.md).',
    unreachable:
      'The emulator listens on the computer that runs it and on no other: this page is open at {host}, from where the browser can’t reach it. Open the page as localhost, or choose a cloud.',
  },

  adminMail: {
    greeting: 'Hello,',
    asks: 'the app “{name}” shows people their OneDrive on {page}. Our organisation wants an administrator to allow it once for everybody.',
    permissionsAre: 'It asks for these delegated permissions of Microsoft Graph:',
    delegated:
      'Delegated means that it never reaches more than the person who is signed in. It runs in the browser, has no client secret, and sends no file to anybody but Microsoft.',
    grant: 'To allow it, open this link, sign in as an administrator and choose Accept:',
    registered: 'You come back to {redirectUri}, which says that you can close it.',
  },

  trial: {
    note: 'These settings are for this tab only. Place onedrive.config.json for everybody.',
    edit: 'Set-up assistant',
    end: 'Stop using them',
  },
} as const;

// docs/errors.md: every code that is explained, for people who install the control and for those whom they ask.

const CHAPTERS = {
  'The redirect address does not match': ['AADSTS50011', 'AADSTS900971', 'AADSTS9002326', 'AADSTS500112'],
  'The application is not found': ['AADSTS700016', 'AADSTS700011', 'AADSTS7000112', 'AADSTS90002'],
  'A client secret is asked for, or is not valid': [
    'AADSTS7000218',
    'AADSTS7000215',
    'AADSTS7000222',
    'AADSTS700025',
  ],
  'Permissions are missing': [
    'AADSTS65001',
    'AADSTS90094',
    'AADSTS650056',
    'AADSTS650057',
    'AADSTS65005',
    'accessDenied',
  ],
  'The page works, the sign-in does not come back': [
    'popup_window_error',
    'timed_out',
    'block_nested_popups',
    'hash_empty_error',
    'content-security-policy',
  ],
};

const TABLES = [
  ['microsoft', 'Microsoft’s sign-in'],
  ['library', 'The library for signing in (MSAL)'],
  ['graph', 'OneDrive and Microsoft Graph'],
  ['browser', 'The browser and the page'],
];

/** @param table the module `src/locales/explanations`; @param messages all texts; `codeOf` and `retryOf`: what the control makes of a code. */
export function createErrorsPage(table, messages, { codeOf, retryOf }) {
  const lines = [
    '# Errors in words',
    '',
    'Whatever fails, the control says what happened, why, and who can put it right where. This page has the same words for every code, to be searched for what stands on a screen or in a message. The values in `{braces}` are those of your page: the control names them itself.',
    '',
    'Errors on Microsoft’s own page stay in its window: under “Does the window show an error?” the control explains the code that stands there. *Details* below every error has the code, the correlation or request id and the time, to be copied; an administrator finds the sign-in by its correlation id under Entra admin centre → Monitoring & health → Sign-in logs. A code that is not on this page is shown with all that Microsoft says of it, without addresses, names and keys.',
    '',
    `In code, \`OneDriveError\` has \`code\` (given here in brackets, with what \`retry\` says), \`serviceCode\` and \`requestId\`. Put words of your own in place of these by \`strings\`: \`explain.AADSTS50011.fix\`, also \`.what\` and \`.why\`.`,
    '',
    '## What goes wrong while setting up',
    '',
    ...Object.entries(CHAPTERS).map(
      ([title, codes]) => `- ${title}: ${codes.map((code) => `[${code}](#${anchor(code)})`).join(', ')}`,
    ),
  ];
  for (const [name, title] of TABLES) {
    lines.push('', `## ${title}`);
    for (const [code, explanation] of sorted(table.explanations[name])) {
      lines.push('', `### ${code}`, '', ...entry(code, explanation));
    }
  }
  return lines.join('\n');

  function entry(code, { what, why, who, fix }) {
    const own = codeOf(code);
    return [
      `${braced(what)} ${braced(why)}`,
      '',
      `${messages[`explain.who.${who}`]} ${braced(fix)}${own ? ` (\`${own}\`, \`${retryOf(own)}\`)` : ''}`,
    ];
  }
}

function sorted(explanations) {
  const number = ([code]) => Number(/\d+/.exec(code)?.[0] ?? 0);
  return Object.entries(explanations).toSorted(
    (a, b) => number(a) - number(b) || a[0].localeCompare(b[0], 'en'),
  );
}

function braced(sentence) {
  return sentence.replaceAll(/\S*\{\w+\}[^\s,;)]*(?<![.:])/g, (value) => `\`${value}\``);
}

/** As GitHub makes them of headings. */
function anchor(heading) {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-');
}

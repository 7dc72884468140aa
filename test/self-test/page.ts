import {
  describeReport,
  runSelfTest,
  type CheckId,
  type CheckResult,
  type ClickReason,
  type SelfTestReport,
  type SelfTestSettings,
} from '../../src/core';

/** What the test gives to the page. */
export interface PageTask {
  readonly settings: Extract<SelfTestSettings, { readonly clientId: string }>;
  /** The page gives this token instead of signing in. */
  readonly hostToken?: string | undefined;
  readonly deadline: number;
  readonly bytesOrigins: readonly string[];
  /** The test is given up when this check has begun. */
  readonly giveUpAt?: CheckId | undefined;
  /** Whether somebody can be asked for a click, and what they do; `spent`: the click is used up for something else. */
  readonly person: 'there' | 'absent' | 'spent' | 'signs-in-only';
}

/** What is read of a run. */
export interface PageOutcome {
  /** Each check in a line: `passed`, `failed: cause (who)`, `unchecked: why`. */
  readonly found: Readonly<Record<string, string>>;
  readonly written: string;
  readonly json: string;
}

declare global {
  var testPage: (task: PageTask) => Promise<PageOutcome>;
}

globalThis.testPage = async ({ settings, hostToken, person, giveUpAt, ...options }) => {
  const life = new AbortController();
  const given = hostToken === undefined ? settings : withToken(settings, hostToken);
  const streamed: CheckResult[] = [];
  const report = await runSelfTest(given, {
    ...options,
    waitForClick: CLICKS[person],
    signal: life.signal,
    onStart: (id) => {
      // A moment later, when it is under way.
      if (id === giveUpAt) setTimeout(() => life.abort(), 200);
    },
    onResult: (result) => streamed.push(result),
  });
  if (JSON.stringify(streamed) !== JSON.stringify(report.results)) throw new Error('Not all was streamed.');
  return read(report);
};

function withToken({ authority, cloud }: PageTask['settings'], hostToken: string): SelfTestSettings {
  return { authority, cloud, getAccessToken: async () => hostToken };
}

async function read(report: SelfTestReport): Promise<PageOutcome> {
  const found = Object.fromEntries(report.results.map((result) => [result.id, lineOf(result)]));
  return { found, written: await describeReport(report), json: JSON.stringify(report) };
}

function lineOf(result: CheckResult): string {
  switch (result.status) {
    case 'passed':
      return 'passed';
    case 'failed':
      return `failed: ${result.cause} (${result.who})`;
    case 'unchecked':
      return `unchecked: ${typeof result.why === 'string' ? result.why : `because ${result.why.because}`}`;
  }
}

const CLICKS = {
  there: askForClick,
  absent: undefined,
  spent: spendClick,
  'signs-in-only': async (reason: ClickReason) => reason === 'sign-in' && askForClick(reason),
} as const;

/** A button appears; the test presses it. */
function askForClick(reason: string): Promise<boolean> {
  const button = document.createElement('button');
  button.textContent = reason;
  document.body.append(button);
  return new Promise((resolve) => {
    button.addEventListener('click', () => {
      button.remove();
      resolve(true);
    });
  });
}

/** A window that opens uses the click up, and the browser blocks the next one. */
async function spendClick(): Promise<boolean> {
  globalThis.open('about:blank')?.close();
  return true;
}

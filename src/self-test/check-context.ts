import type { Auth, Cloud } from '../auth';
import type { HostPageDirectives } from '../control';
import type { Graph } from '../graph';
import type { Environment } from '../lib';
import type { HostAnswer } from './ask-host';
import type { ClockEvidence } from './clock-evidence';
import type { PageProbe } from './page-probe';
import type { SelfTestSettings } from './settings';
import type { SignInAttempt } from './sign-in-attempt';
import type { TestFiles } from './test-file';

/** What a click is asked for: a window opens by it, at the end once more, because it was closed without an answer. */
export type ClickReason = 'sign-in' | 'permission' | 'window-gone';

/** Asks the person for a click: true when it came, false where they would rather not. Aborted, nothing is asked any more. */
export type WaitForClick = (reason: ClickReason, signal: AbortSignal) => Promise<boolean>;

/** What the settings come to, once they are known to be well-formed. */
export interface SelfTestParts {
  readonly cloud: Cloud;
  readonly auth: Auth;
  readonly policy: HostPageDirectives;
  readonly graph: Graph;
}

/** What every check is given. */
export interface CheckContext {
  readonly settings: SelfTestSettings;
  readonly environment: Environment;
  readonly page: PageProbe;
  readonly signal: AbortSignal;
  /** Milliseconds that one answer may take. */
  readonly deadline: number;
  readonly clock: ClockEvidence;
  /** Only for checks that need `configuration`. */
  readonly parts: () => SelfTestParts;
  /** Asked once for all checks that look at it. */
  readonly redirectPage: () => Promise<HostAnswer>;
  readonly attempt: SignInAttempt;
  readonly waitForClick: WaitForClick | undefined;
  readonly files: TestFiles;
}

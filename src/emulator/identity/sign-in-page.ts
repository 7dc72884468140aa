import { DEMO_PASSWORD } from './demo-directory';
import type { IdentityState } from './identity-state';
import { accountPage, addressPage, passwordPage, secondFactorPage } from './pages/account-pages';
import type { FlowForm } from './pages/account-pages';
import { adminApprovalPage, barredPage, consentPage } from './pages/consent-pages';
import { page } from './pages/layout';
import type { Markup } from './pages/layout';
import { finishIfSignedIn } from './sign-in-endings';
import { signInPath } from './sign-in-flows';
import type { SignInFlow } from './sign-in-flows';
import { nextStep, offeredAccounts } from './sign-in-step';
import type { SignInStep } from './sign-in-step';
import { failureSentence, StsFailure } from './sts-failure';

interface PageBody {
  readonly title: string;
  readonly content: Markup;
}

/** Shows where a flow stands, or sends the browser back when nothing is left to ask. */
export async function signInPage(
  request: Request,
  flow: SignInFlow,
  state: IdentityState,
): Promise<Response> {
  const ending = await finishIfSignedIn(request, flow, state);
  if (ending !== undefined) return ending;
  const session = state.sessions.read(request);
  const step = nextStep(flow.progress, flow.request, session, state);
  const signedIn = new Set(session?.accounts.map((account) => account.user.oid));
  const reply = 'reply' in flow.request.ending ? flow.request.ending.reply : undefined;
  return page({
    ...pageBody(step, flow, signInPath(flow, state), signedIn),
    redirectUri: reply?.redirectUri,
    keepOpener: flow.keepOpener,
  });
}

function pageBody(
  step: SignInStep,
  flow: SignInFlow,
  action: string,
  signedIn: ReadonlySet<string>,
): PageBody {
  const form: FlowForm = { action, flowId: flow.id };
  const { application } = flow.request;
  switch (step.kind) {
    case 'account': {
      const accounts = offeredAccounts(flow.request).map((user) => ({
        user,
        signedIn: signedIn.has(user.oid),
      }));
      const title = signedIn.size > 0 ? 'Pick an account' : 'Sign in';
      return { title, content: accountPage(form, application.name, accounts, flow.alert) };
    }
    case 'address':
      return { title: 'Sign in', content: addressPage(form, flow.alert) };
    case 'password':
      return {
        title: 'Enter password',
        content: passwordPage(form, step.user, DEMO_PASSWORD, flow.alert),
      };
    case 'second-factor':
      return { title: 'Approve sign-in request', content: secondFactorPage(form, step.user) };
    case 'consent':
      return { title: 'Permissions requested', content: consentPage(form, step.consent, application.name) };
    case 'admin-approval':
      return {
        title: 'Need admin approval',
        content: adminApprovalPage(form, step.consent, application.name),
      };
    case 'barred': {
      const failure = new StsFailure(step.silent, {
        x: application.clientId,
        y: application.name,
        z: step.user.upn,
      });
      return {
        title: 'You don’t have access to this',
        content: barredPage(form, step.user, failureSentence(failure)),
      };
    }
    case 'signed-in':
      throw new Error('A finished sign-in has no page.');
  }
}

import { randomToken } from './random-text';
import type { SignInRequest } from './sign-in-request';
import type { Progress } from './sign-in-step';
import type { Tenant } from './tenants';

const LIMIT = 200;

/** One interactive sign-in. Its id is unguessable, which makes it the forms' protection too. */
export interface SignInFlow {
  readonly id: string;
  readonly tenant: Tenant;
  readonly request: SignInRequest;
  /** The application says that it needs no opener isolation (`pocd=1`). */
  readonly keepOpener: boolean;
  progress: Progress;
  alert: string | undefined;
}

export interface SignInFlows {
  start(flow: Omit<SignInFlow, 'id' | 'alert'>): SignInFlow;
  find(id: string): SignInFlow | undefined;
  finish(id: string): void;
  clear(): void;
}

export function createSignInFlows(): SignInFlows {
  const flows = new Map<string, SignInFlow>();
  return {
    start: (flow) => {
      const started: SignInFlow = { ...flow, id: randomToken(18), alert: undefined };
      flows.set(started.id, started);
      for (const id of flows.keys()) {
        if (flows.size <= LIMIT) break;
        flows.delete(id);
      }
      return started;
    },
    find: (id) => flows.get(id),
    finish: (id) => flows.delete(id),
    clear: () => flows.clear(),
  };
}

/** Where the pages of a flow are, and where their forms lead. */
export function signInPath(flow: SignInFlow, { basePath }: { readonly basePath: string }): string {
  return `${basePath}/${flow.tenant.segment}/signin`;
}

export function signInLocation(flow: SignInFlow, state: { readonly basePath: string }): string {
  return `${signInPath(flow, state)}?flow=${flow.id}`;
}

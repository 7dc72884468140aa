import type { Environment } from './environment';

interface ScriptPolicy {
  readonly createScriptURL: (address: string) => unknown;
}

interface PolicyMaker {
  readonly createPolicy: (name: string, rules: ScriptPolicy) => ScriptPolicy;
}

/** One thread for the hashes of all uploads, begun with the first; none where the browser or a policy refuses it. */
export function createHashThread(address: string): NonNullable<Environment['hashThread']> {
  let worker: Worker | undefined;
  let isRefused = false;
  const refuse = () => {
    isRefused = true;
  };
  return () => {
    if (isRefused) return undefined;
    try {
      worker ??= open(address, refuse);
      return worker;
    } catch {
      refuse();
      return undefined;
    }
  };
}

function open(address: string, onRefused: () => void): Worker {
  // The pages' own policy demands it by this name (content-security-policy.ts).
  const maker = Reflect.get(globalThis, 'trustedTypes') as PolicyMaker | undefined;
  const policy = maker?.createPolicy('onedrive-control', { createScriptURL: (given) => given });
  const trusted = (policy?.createScriptURL(address) ?? address) as string;
  const worker = new Worker(trusted, { type: 'module' });
  worker.addEventListener('error', onRefused);
  return worker;
}

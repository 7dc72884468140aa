/** What the page's Content-Security-Policy has refused. Of the address only the origin: a path may be a secret. */
export interface PolicyRefusal {
  readonly directive: string;
  readonly origin: string;
}

/** The policy itself can't be read. Returns the function that ends the listening. */
export function onPolicyRefusal(listener: (refusal: PolicyRefusal) => void): () => void {
  const hear = ({ disposition, effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    // A policy that only reports forbids nothing, and code of the page itself has no address.
    if (disposition !== 'enforce' || !URL.canParse(blockedURI)) return;
    listener({ directive: effectiveDirective, origin: new URL(blockedURI).origin });
  };
  document.addEventListener('securitypolicyviolation', hear);
  return () => document.removeEventListener('securitypolicyviolation', hear);
}

const forbidden = new Set<string>();

/** Remembers which origins the page may not ask, until the returned function is called. */
export function rememberForbidden(): () => void {
  return onPolicyRefusal(({ directive, origin }) => directive === 'connect-src' && forbidden.add(origin));
}

export async function isForbidden(address: string): Promise<boolean> {
  // The browser tells of its refusal after the request has failed.
  await new Promise((resolve) => setTimeout(resolve));
  return forbidden.has(new URL(address).origin);
}

/** What the page's Content-Security-Policy refuses while one looks. The policy itself can't be read. */
export interface PolicyWatch {
  refused(address: string, directive: string): boolean;
  end(): void;
}

export function watchPolicy(): PolicyWatch {
  const refused: { readonly directive: string; readonly address: string }[] = [];
  const note = ({ disposition, effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    // A policy that only reports forbids nothing.
    if (disposition === 'enforce') refused.push({ directive: effectiveDirective, address: blockedURI });
  };
  document.addEventListener('securitypolicyviolation', note);
  return {
    refused: (address, directive) => {
      const { origin } = new URL(address);
      return refused.some((one) => one.directive === directive && originOf(one.address) === origin);
    },
    end: () => document.removeEventListener('securitypolicyviolation', note),
  };
}

function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined;
}

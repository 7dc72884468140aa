import { onPolicyRefusal, type PolicyRefusal } from '../lib';

/** What the page's Content-Security-Policy refuses while one looks. */
export interface PolicyWatch {
  refused(address: string, directive: string): boolean;
  end(): void;
}

export function watchPolicy(): PolicyWatch {
  const refusals: PolicyRefusal[] = [];
  const end = onPolicyRefusal((refusal) => refusals.push(refusal));
  return {
    refused: (address, directive) => {
      const { origin } = new URL(address);
      return refusals.some((one) => one.directive === directive && one.origin === origin);
    },
    end,
  };
}

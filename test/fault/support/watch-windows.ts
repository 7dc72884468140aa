/** Whether somebody who was told to wait does, as that one sees it. */
export interface WindowWatch {
  readonly early: readonly object[];
  readonly leaves: (address: string) => void;
  readonly answered: (address: string, status: number, retryAfter: string | null) => void;
}

export function watchWindows(now: () => number): WindowWatch {
  const windows = new Map<string, { readonly told: number; readonly until: number }>();
  const early: object[] = [];
  return {
    early,
    leaves: (address) => {
      const { host, pathname } = new URL(address);
      const { told, until } = windows.get(host) ?? { told: 0, until: 0 };
      // At the same moment the answer may have come, and not been read.
      if (told < now() && now() < until) early.push({ path: pathname, tooSoon: until - now() });
    },
    answered: (address, status, retryAfter) => {
      if (status < 400 || !/^\d+$/.test(retryAfter ?? '')) return;
      const { host } = new URL(address);
      const until = now() + Number(retryAfter) * 1000;
      if (until > (windows.get(host)?.until ?? 0)) windows.set(host, { told: now(), until });
    },
  };
}

/** Whether somebody who was told to wait does, as that one sees it. */
export interface WindowWatch {
  readonly early: readonly object[];
  readonly leaves: (address: string) => void;
  readonly answered: (address: string, status: number, retryAfter: string | null) => void;
}

export function watchWindows(now: () => number): WindowWatch {
  const windows = new Map<string, number>();
  const early: object[] = [];
  return {
    early,
    leaves: (address) => {
      const { host, pathname } = new URL(address);
      const until = windows.get(host) ?? 0;
      if (now() < until) early.push({ path: pathname, tooSoon: until - now() });
    },
    answered: (address, status, retryAfter) => {
      if (status < 400 || !/^\d+$/.test(retryAfter ?? '')) return;
      const { host } = new URL(address);
      windows.set(host, Math.max(windows.get(host) ?? 0, now() + Number(retryAfter) * 1000));
    },
  };
}

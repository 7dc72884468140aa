import type { ConnectionScopes } from '../../../auth';

/** `given`: asked for and given; `missing`: asked for in vain; `extra`: given without being asked for here. */
export interface ComparedScope {
  readonly scope: string;
  readonly status: 'given' | 'missing' | 'extra';
}

/** Asked and given side by side: the asked ones in their order, then the others. */
export function compareScopes({ asked, granted }: ConnectionScopes): readonly ComparedScope[] {
  const extra = granted.filter(
    (scope) => !asked.some((wanted) => wanted.toLowerCase() === scope.toLowerCase()),
  );
  return [
    ...asked.map((scope) => ({ scope, status: isCovered(scope, granted) ? 'given' : 'missing' }) as const),
    ...extra.map((scope) => ({ scope, status: 'extra' }) as const),
  ];
}

/** Writing includes reading, and all files include one’s own. */
function isCovered(scope: string, granted: readonly string[]): boolean {
  const wanted = scope.toLowerCase();
  const writing = wanted.replace(/\.read(?=\.|$)/, '.readwrite');
  const enough = [wanted, writing].flatMap((name) => (name.endsWith('.all') ? name : [name, `${name}.all`]));
  return granted.some((given) => enough.includes(given.toLowerCase()));
}

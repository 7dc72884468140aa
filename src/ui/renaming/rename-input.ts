import type { LetterCase, RenameRule } from '../../drive';

/** What stands in the fields, those of other rules included: who tries another rule finds them again. */
export interface RenameInput {
  readonly kind: RenameRule['kind'];
  readonly find: string;
  readonly by: string;
  readonly matchesCase: boolean;
  readonly before: string;
  readonly after: string;
  readonly base: string;
  readonly start: string;
  readonly digits: number;
  readonly to: LetterCase;
  readonly withExtension: boolean;
}

export const RENAME_KINDS: readonly RenameRule['kind'][] = ['replace', 'add', 'number', 'case'];
/** The greatest number is as good as any; more digits than that are a slip of the finger. */
export const MOST_DIGITS = 6;

/** @param base what is proposed as the name of all */
export function emptyRenameInput(base: string): RenameInput {
  return {
    kind: 'replace',
    find: '',
    by: '',
    matchesCase: false,
    before: '',
    after: '',
    base,
    start: '1',
    digits: 1,
    to: 'lower',
    withExtension: false,
  };
}

/** Undefined where what stands there is none. */
export function ruleOf(input: RenameInput): RenameRule | undefined {
  const { kind, find, by, matchesCase, before, after, base, start, digits, to, withExtension } = input;
  switch (kind) {
    case 'replace':
      return { kind, find, by, matchesCase, withExtension };
    case 'add':
      return { kind, before, after, withExtension };
    case 'case':
      return { kind, to, withExtension };
    case 'number': {
      const trimmed = start.trim();
      if (!/^\d+$/.test(trimmed) || Number(trimmed) >= 10 ** MOST_DIGITS) return undefined;
      return { kind, base, start: Number(trimmed), digits };
    }
  }
}

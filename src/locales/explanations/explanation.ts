/** Who can put a failure right. */
type Fixer = 'user' | 'administrator' | 'registrant' | 'developer' | 'nobody';

/**
 * A failure in words. Values between braces are filled in: `redirectUri`, `clientId`, `authority`, `graph` and `origin`
 * of the control at hand, or the words of `valueNames` where it has none.
 */
export interface Explanation {
  /** What happened. */
  readonly what: string;
  readonly why: string;
  readonly who: Fixer;
  /** What they do, and where: the path through the menus. */
  readonly fix: string;
}

export type Explanations = Readonly<Record<string, Explanation>>;

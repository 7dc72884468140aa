import { accounts } from './accounts';
import { browser } from './browser';
import { consent } from './consent';
import type { Explanation, Explanations } from './explanation';
import { graph } from './graph';
import { libraryAnswers } from './library-answers';
import { libraryWindows } from './library-windows';
import { protection } from './protection';
import { registration } from './registration';
import { sessions } from './sessions';

const numbers: Explanations = { ...registration, ...consent, ...accounts, ...protection, ...sessions };
const microsoft: Explanations = Object.fromEntries(
  Object.entries(numbers).map(([number, explanation]) => [`AADSTS${number}`, explanation]),
);

/** By whose codes they go; docs/errors.md has them in this order. */
export const explanations = {
  microsoft,
  library: { ...libraryWindows, ...libraryAnswers },
  graph,
  browser,
} as const;

/** What is said where the control at hand has no such value: the page gives the tokens, say. */
export const valueNames = {
  redirectUri: 'the address of oauth2callback.html',
  clientId: 'the page’s client ID',
  authority: 'the sign-in address of the page',
  graph: 'https://graph.microsoft.com',
  origin: 'this site',
} as const;

const tables: readonly Explanations[] = Object.values(explanations);
const known = new Map(
  tables.flatMap((table) =>
    Object.entries(table).map(([code, explanation]) => [code.toLowerCase(), { code, explanation }] as const),
  ),
);

export interface FoundExplanation {
  /** As the table spells it. */
  readonly code: string;
  readonly explanation: Explanation;
}

/**
 * Finds an explanation by what people and services write: `AADSTS50011`, `50011`, `aadsts 50011: The redirect…`,
 * `popup_window_error`, `accessDenied`.
 */
export function findExplanation(written: string): FoundExplanation | undefined {
  const text = written.trim().toLowerCase();
  const number =
    /^(?:aadsts|error)?\D{0,3}(\d{5,7})\b/.exec(text)?.[1] ?? /aadsts\s?(\d{5,7})/.exec(text)?.[1];
  return known.get(number ? `aadsts${number}` : text);
}

/** Of a failure of the control: by the service's code, else by its own. */
export function explainError(error: { readonly code: string; readonly serviceCode?: string | undefined }) {
  return known.get(error.serviceCode?.toLowerCase() ?? '') ?? known.get(error.code);
}

/** Fills values in. */
export function fillIn(sentence: string, values: Readonly<Record<string, string | undefined>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

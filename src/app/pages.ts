/** What the page shows besides the control is asked for in its address, so that the browser's Back leads there. */

export const ASSISTANT = '?setup';
export const SELF_TEST = '?self-test';
/** The control itself. */
export const PAGE = '.';

export function addressOfStep(step: string): string {
  return `${ASSISTANT}=${step}`;
}

/** Which step of the assistant the address asks for. @param search of the address */
export function stepAsked(search: string): string | undefined {
  return new URLSearchParams(search).get('setup') || undefined;
}

/** “Cut the connection”: an answer only a server can give. */
export interface Cut {
  readonly kind: 'cut';
  /** Without it the connection ends before any byte; with it, within the body of this answer. */
  readonly partial?: { readonly response: Response; readonly bytes: number };
}

export type Answer = Response | Cut;

export function isCut(answer: Answer): answer is Cut {
  return 'kind' in answer && answer.kind === 'cut';
}

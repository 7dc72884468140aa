import type { Reply } from './graph-call';

export interface Asked {
  readonly host: 'graph' | 'bytes';
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body?: unknown;
}

export function checkAnswer(_asked: Asked, _reply: Reply): void {}

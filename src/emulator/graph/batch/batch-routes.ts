import type { Route } from '../protocol/route';
import { ANY_TOKEN } from '../protocol/scopes';
import type { Call } from '../world';
import { answerBatch } from './batch';

export const batchRoutes: readonly Route<Call>[] = [
  // Its parts are counted, not the batch itself.
  { method: 'POST', path: '$batch', needs: ANY_TOKEN, cost: 0, handle: answerBatch },
];

import type { Route } from '../protocol/route';
import { READ_ALL_FILES } from '../protocol/scopes';
import type { Call } from '../world';
import { searchEverything } from './query';

export const searchRoutes: readonly Route<Call>[] = [
  { method: 'POST', path: 'search/query', needs: READ_ALL_FILES, cost: 2, handle: searchEverything },
];

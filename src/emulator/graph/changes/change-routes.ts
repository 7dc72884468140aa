import { foundItem } from '../address/resolve';
import type { Route } from '../protocol/route';
import { WRITE_FILES } from '../protocol/scopes';
import type { ItemCall } from '../world';
import { copyItem } from './copy';

export const changeRoutes: readonly Route<ItemCall>[] = [
  {
    method: 'POST',
    path: 'copy',
    needs: WRITE_FILES,
    cost: 2,
    handle: (call) => copyItem(call, foundItem(call.place)),
  },
];

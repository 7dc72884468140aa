import type { FolderItem, Item } from '../model/model';
import type { Route } from '../protocol/route';
import type { ItemCall } from '../world';
import { foundFolder, foundItem } from './resolve';

type Handle = Route<ItemCall>['handle'];
/** `arg` is what the route's `{}` or `()` took; empty where it has none. */
type Act<I> = (call: ItemCall, item: I, arg: string) => ReturnType<Handle>;

/** For routes whose item has to be there already. */
export function onItem(act: Act<Item>): Handle {
  return (call, [arg = '']) => act(call, foundItem(call.place), arg);
}

/** For routes of folders only. */
export function onFolder(act: Act<FolderItem>): Handle {
  return (call, [arg = '']) => act(call, foundFolder(call.place), arg);
}

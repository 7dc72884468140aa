import type { Item } from './model';

/** Takes a description where one is told; null takes away what there was. */
export function describe(item: Item, told: string | null | undefined): void {
  if (told === null) delete item.description;
  else if (told !== undefined) item.description = told;
}

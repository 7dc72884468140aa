import { OURS, type Contestant } from './contestants';
import { addressOf, type Surroundings } from './report';

/** By the contestants' names: what was measured, or in words why nothing was. */
export type Cells<Result> = Readonly<Record<string, Result | string>>;

type Measure<Result> = (contestant: Contestant, address: string) => Promise<Result | string>;

/** Everybody with that many items, one after the other. */
export async function measureAll<Result>(
  { origin, peers, hopeless, tell }: Surroundings,
  items: number,
  measure: Measure<Result>,
): Promise<Cells<Result>> {
  const cells: Record<string, Result | string> = {};
  for (const contestant of [OURS, ...peers]) {
    const { name, mostItems } = contestant;
    const known = hopeless.get(`${name} ${items}`);
    tell(`  ${items} items: ${name}`);
    if (items > mostItems) cells[name] = `no more than ${mostItems.toLocaleString('en')}`;
    else cells[name] = known ?? (await measure(contestant, addressOf(origin, contestant, items)));
    const cell = cells[name];
    if (typeof cell === 'string') hopeless.set(`${name} ${items}`, cell);
  }
  return cells;
}

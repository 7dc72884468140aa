import { createSharing, type Sharing } from '../../src/drive';
import type { Graph } from '../../src/graph';
import { buildFile } from './drive-items';

/** What a drive answers to calls on permissions; what a test is not about, it does by itself. */
export interface FakePermissions {
  readonly list?: () => Promise<readonly object[]>;
  readonly post?: (path: string, body: object) => Promise<object>;
  readonly patch?: (path: string, body: object) => Promise<object>;
  readonly delete?: (path: string) => Promise<void>;
}

/** The product's own sharing, over permissions in Graph's words. */
export function createFakeSharing(fake: FakePermissions = {}): Sharing {
  const graph: Partial<Graph> = {
    get: async (_request, parse) => parse({ value: (await fake.list?.()) ?? [] }),
    post: async ({ path, body = {} }, parse) => parse(await fake.post?.(path, body)),
    patch: async ({ path, body = {} }, parse) => parse(await fake.patch?.(path, body)),
    delete: async ({ path }) => fake.delete?.(path),
  };
  return createSharing({
    // The rest of it is not asked here.
    graph: graph as Graph,
    requests: { item: async () => buildFile() },
    authorizeWrite: async () => undefined,
    tellShared: () => {},
    people: 'known',
    accountId: () => 'account',
  });
}

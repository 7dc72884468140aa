import type { GraphPorts, EmulatedGraph } from '../../src/emulator/graph';

/** A Graph that says who called, counts what was applied, and keeps the bytes it got. */
export interface StubGraph {
  readonly create: (ports: GraphPorts) => Promise<EmulatedGraph>;
  readonly applied: string[];
}

export function createStubGraph(): StubGraph {
  const applied: string[] = [];
  const handleBytes = async (request: Request): Promise<Response> => {
    const received = new Uint8Array(await request.arrayBuffer()).byteLength;
    applied.push(`${request.method} ${new URL(request.url).pathname} ${received}`);
    return new Response('x'.repeat(1000), { headers: { 'content-length': '1000' } });
  };
  return {
    applied,
    create: async (ports) => ({
      handleGraph: async (request) => {
        const caller = await ports.authorize(request);
        if (caller instanceof Response) return caller;
        applied.push(`${request.method} ${new URL(request.url).pathname}`);
        return Response.json({ upn: caller.upn, oid: caller.oid, scopes: [...caller.scopes] });
      },
      handleBytes,
      setPolicy: () => {},
      limit: () => {},
      ledger: () => ({ writes: [], uploadSessions: [] }),
      state: () => ({ applied }),
      reset: async () => {
        applied.length = 0;
      },
      close: async () => {},
    }),
  };
}

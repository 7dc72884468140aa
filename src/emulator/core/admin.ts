import { Hono } from 'hono';
import * as v from 'valibot';
import type { Limits, EmulatedGraph } from '../graph';
import { failureSentence, StsFailure } from '../identity';
import type { IdentityPlatform } from '../identity';
import {
  accountChangeSchema,
  appRegistrationSchema,
  clockSchema,
  limitsSchema,
  policySchema,
  readJson,
  refusalSchema,
  RefusedInput,
} from './admin-input';
import { adminAccess, adminCors } from './admin-access';
import { faultRulesSchema } from './fault-schema';
import type { FaultScript } from './fault-script';
import type { RequestLog } from './request-log';
import type { VirtualClock } from './virtual-clock';

const DEFAULT_SCOPE = 'User.Read Files.ReadWrite.All Sites.Read.All';

export interface AdminPorts {
  readonly identity: IdentityPlatform;
  readonly clock: VirtualClock;
  readonly faults: FaultScript;
  readonly log: RequestLog;
  readonly onFaultsScripted: () => Promise<void>;
  readonly limit: (limits: Limits | undefined) => void;
  readonly setPolicy: EmulatedGraph['setPolicy'];
  readonly ledger: () => unknown;
  readonly state: EmulatedGraph['state'];
  readonly reset: () => Promise<void>;
}

/** `/_emulator/…`: what tests and command-line clients steer the emulator with. */
export function createAdmin(ports: AdminPorts): (request: Request) => Promise<Response> {
  const router = new Hono().basePath('/_emulator');
  router.use('*', async (context, next) => {
    const refusal = adminAccess(context.req.raw);
    if (refusal !== undefined) return refusal;
    await next();
    adminCors(context.req.raw, context.res.headers);
    return undefined;
  });
  router.options('*', () => new Response(null, { status: 204 }));

  router.get('/token', async (context) => {
    const { user, scope, client } = context.req.query();
    if (user === undefined) throw new RefusedInput('Name the account, as in /_emulator/token?user=ADDRESS.');
    const token = await ports.identity.directToken(user, scope ?? DEFAULT_SCOPE, client);
    if (token === undefined) throw new RefusedInput(`No demo account has the address “${user}”.`);
    return context.json(token);
  });
  router.post('/faults', async (context) => {
    const rules = await readJson(context.req.raw, faultRulesSchema);
    ports.faults.add(rules);
    await ports.onFaultsScripted();
    return context.json({ added: rules.length });
  });
  router.delete('/faults', (context) => {
    ports.faults.clear();
    return context.json({ cleared: true });
  });
  router.post('/clock', async (context) => {
    const { advance } = await readJson(context.req.raw, clockSchema);
    ports.clock.advance(advance);
    return context.json({ now: new Date(ports.clock.now()).toISOString() });
  });
  router.post('/throttling', async (context) => {
    const limits = await readJson(context.req.raw, limitsSchema);
    ports.limit(limits);
    return context.json({ limits });
  });
  router.delete('/throttling', (context) => {
    ports.limit(undefined);
    return context.json({ limits: null });
  });
  router.get('/log', (context) => context.json(ports.log.entries()));
  router.get('/ledger', (context) => context.json(ports.ledger()));
  router.get('/state', (context) => {
    const { items = 'true' } = context.req.query();
    if (items !== 'true' && items !== 'false') throw new RefusedInput('items must be true or false.');
    return context.json(ports.state({ items: items === 'true' }));
  });
  router.post('/apps', async (context) => {
    const registration = await readJson(context.req.raw, appRegistrationSchema);
    ports.identity.registerApp(registration);
    return context.json({ registered: registration.clientId });
  });
  router.post('/accounts', async (context) => {
    const change = await readJson(context.req.raw, accountChangeSchema);
    const changed = ports.identity.changeAccount(change);
    if (changed === undefined) throw new RefusedInput(`No demo account has the address “${change.user}”.`);
    return context.json({ changed: change.user });
  });
  router.post('/refusals', async (context) => {
    const refusal = await readJson(context.req.raw, refusalSchema);
    ports.identity.refuse(refusal);
    return context.json({ refusal });
  });
  router.delete('/refusals', (context) => {
    ports.identity.clearRefusals();
    return context.json({ cleared: true });
  });
  router.post('/policy', async (context) => {
    const policy = await readJson(context.req.raw, policySchema);
    const { coop, ...ofGraph } = policy;
    if (coop !== undefined) ports.identity.setOpenerPolicy(coop);
    ports.setPolicy(ofGraph);
    return context.json({ policy });
  });
  router.post('/reset', async (context) => {
    await ports.reset();
    return context.json({ reset: true });
  });
  router.notFound((context) => context.json({ error: 'The emulator has no such endpoint.' }, 404));
  router.onError((error) => refusedAnswer(error));
  return async (request) => router.fetch(request);
}

function refusedAnswer(error: Error): Response {
  if (error instanceof RefusedInput) return Response.json({ error: error.message }, { status: 400 });
  if (error instanceof StsFailure) {
    return Response.json({ error: failureSentence(error) }, { status: 400 });
  }
  if (v.isValiError(error)) return Response.json({ error: error.message }, { status: 400 });
  throw error;
}

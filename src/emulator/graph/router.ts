import { parseAddress, type ItemAddress } from './address/address';
import { declaredLength } from './bytes/content-write';
import type { SiteRef } from './address/site-address';
import { resolveDrive, resolvePlace, type Place } from './address/resolve';
import { specialFolder } from './address/special-folders';
import type { Answer } from './protocol/answer';
import { GraphError, invalidRequest } from './protocol/graph-error';
import { findRoute, type FoundRoute } from './protocol/route';
import { requireScope, requireScopeForItem, type Need } from './protocol/scopes';
import { routesOfDrives, routesOfItems, routesOfShares, serviceRoutes } from './routes';
import { costOf } from './throttling/cost';
import { admit, requireReach } from './sharing/access';
import { openShare } from './sharing/open-share';
import { applied, inShare } from './sharing/shares';
import { findSite } from './sites/find-site';
import { siteRoutes } from './sites/site-routes';
import { requireMember } from './sites/sites';
import type { Call, DriveCall, SiteCall, UnreadCall } from './world';

/** Finds what a request means and lets it be done. What the token may not is refused before anything is looked up. */
export async function route(call: UnreadCall): Promise<Answer> {
  const address = parseAddress(call.url.pathname.replace(/^\/v1\.0/i, ''));
  const { method } = call.request;
  switch (address.kind) {
    case 'service':
      return handle(call, findRoute(serviceRoutes, method, address.segments), (read) => read);
    case 'site':
      return handle(call, findRoute(siteRoutes, method, address.action), (read) =>
        atSite(read, address.site),
      );
    case 'drive':
      return handle(call, findRoute(routesOfDrives, method, address.action), (read) =>
        inDrive(read, address.drive),
      );
    case 'item':
      return handle(
        call,
        findRoute(routesOfItems, method, address.action),
        (read, needs) => {
          const driveCall = inDrive(read, address.drive);
          const place = placeOf(driveCall, address, needs);
          admit(driveCall, place, needs);
          return { ...driveCall, place };
        },
        requireScopeForItem,
      );
    case 'share': {
      const found = findRoute(routesOfShares, method, address.action);
      const answer = await handle(call, found, (read, needs) => {
        const share = openShare(read, address.share, needs.right);
        const shareCall = inShare(read, share);
        const place = resolvePlace(share.drive, address, share.item);
        admit(shareCall, place, needs);
        return { ...shareCall, place };
      });
      return { ...answer, headers: { ...answer.headers, ...applied(call) } };
    }
  }
}

async function handle<C>(
  call: UnreadCall,
  found: FoundRoute<C>,
  reach: (call: Call, needs: Need) => C,
  requireToken: typeof requireScope = requireScope,
): Promise<Answer> {
  const { route, args } = found;
  const { caller, request, world } = call;
  const cost = { units: costOf(found, call), bytes: declaredLength(request) ?? 0 };
  const headers = world.throttle.chargeCall(caller, cost);
  try {
    requireToken(caller, route.needs);
    const text = route.streams === true ? '' : await textOf(request);
    // Nothing is waited for between finding what is meant and the handler.
    const answer = await route.handle(reach({ ...call, text }, route.needs), args);
    return { ...answer, headers: { ...answer.headers, ...headers } };
  } catch (error) {
    throw error instanceof GraphError ? error.withHeaders(headers) : error;
  }
}

/** A connection cut while sending is the sender's error, not ours. */
async function textOf(request: Request): Promise<string> {
  try {
    return await request.text();
  } catch {
    throw invalidRequest('The request body ended early.');
  }
}

function placeOf(call: DriveCall, address: ItemAddress, { right }: Need): Place {
  if (address.start.by !== 'special') return resolvePlace(call.drive, address);
  const folder = specialFolder(call, address.start.name, right);
  return resolvePlace(call.drive, { ...address, start: { by: 'root' } }, folder);
}

function atSite(call: Call, ref: SiteRef): SiteCall {
  const site = findSite(call.world, call.user, ref);
  requireMember(call, site);
  return { ...call, site };
}

function inDrive(call: Call, ref: Parameters<typeof resolveDrive>[2]): DriveCall {
  const drive = resolveDrive(call.world, call.user, ref);
  const driveCall = { ...call, drive, base: ref.by === 'me' ? '/drive' : `/drives/${drive.id}` };
  requireReach(driveCall);
  return driveCall;
}

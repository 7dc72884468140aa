import { breakAfter, middleOf, pauseAfter } from './byte-streams';
import type { Answer } from './cut';
import { claimsChallengeAnswer, statusAnswer } from './fault-answers';
import type { FaultPorts } from './fault-answers';
import type { FaultEffect, FaultRule } from './fault-schema';

type Apply = (request: Request) => Promise<Response>;

/**
 * Lets a fault hit a request.
 * - before: the request is not applied.
 * - during: the request breaks off in the middle of its body (or, without one, its answer does).
 * - after: the request is applied, then its answer is lost, late or replaced.
 */
export function applyFault(
  rule: FaultRule,
  request: Request,
  apply: Apply,
  ports: FaultPorts,
): Promise<Answer> {
  switch (rule.phase) {
    case 'before':
      return before(rule.effect, request, apply, ports);
    case 'during':
      return request.body === null
        ? duringAnswer(rule.effect, request, apply, ports)
        : duringRequest(rule.effect, request, request.body, apply, ports);
    case 'after':
      return after(rule.effect, request, apply, ports);
  }
}

async function before(
  effect: FaultEffect,
  request: Request,
  apply: Apply,
  ports: FaultPorts,
): Promise<Answer> {
  if (effect.kind !== 'delay') return replacement(effect, request, ports);
  await sleep(effect.ms);
  return apply(request);
}

async function duringRequest(
  effect: FaultEffect,
  request: Request,
  body: ReadableStream<Uint8Array>,
  apply: Apply,
  ports: FaultPorts,
): Promise<Answer> {
  const middle = middleOf(request.headers);
  if (effect.kind === 'delay') {
    return apply(
      withBody(
        request,
        pauseAfter(body, middle, () => sleep(effect.ms)),
      ),
    );
  }
  const limit = effect.kind === 'cut' ? (effect.afterBytes ?? middle) : middle;
  try {
    const ignored = await apply(withBody(request, breakAfter(body, limit)));
    await ignored.body?.cancel();
  } catch {
    // The broken body may make the handler throw: nobody is left to hear its answer.
  }
  return replacement(effect, request, ports);
}

async function duringAnswer(
  effect: FaultEffect,
  request: Request,
  apply: Apply,
  ports: FaultPorts,
): Promise<Answer> {
  if (effect.kind !== 'cut' && effect.kind !== 'delay' && effect.kind !== 'stall') {
    return replacement(effect, request, ports);
  }
  const response = await apply(request);
  const middle = middleOf(response.headers);
  if (effect.kind === 'cut') {
    return { kind: 'cut', partial: { response, bytes: effect.afterBytes ?? middle } };
  }
  if (response.body === null) return response;
  const { status, headers } = response;
  return new Response(
    pauseAfter(response.body, middle, () =>
      effect.kind === 'stall' ? ended(request.signal, ports.closing) : sleep(effect.ms),
    ),
    { status, headers },
  );
}

async function after(
  effect: FaultEffect,
  request: Request,
  apply: Apply,
  ports: FaultPorts,
): Promise<Answer> {
  const response = await apply(request);
  if (effect.kind === 'delay') {
    await sleep(effect.ms);
    return response;
  }
  if (effect.kind === 'cut' && effect.afterBytes !== undefined) {
    return { kind: 'cut', partial: { response, bytes: effect.afterBytes } };
  }
  await response.body?.cancel();
  return replacement(effect, request, ports);
}

async function replacement(
  effect: Exclude<FaultEffect, { kind: 'delay' }>,
  request: Request,
  ports: FaultPorts,
): Promise<Answer> {
  switch (effect.kind) {
    case 'status':
      return statusAnswer(effect, request, ports);
    case 'claims-challenge':
      return claimsChallengeAnswer(request, ports);
    case 'cut':
      return { kind: 'cut' };
    case 'stall':
      await ended(request.signal, ports.closing);
      return { kind: 'cut' };
  }
}

/** Built from the parts: a server's request object need not be a real `Request`. */
function withBody(request: Request, body: ReadableStream<Uint8Array>): Request {
  const { url, method, headers, signal } = request;
  const init: RequestInit & { duplex: 'half' } = { method, headers, signal, body, duplex: 'half' };
  return new Request(url, init);
}

/** Waits until the client gives up or the emulator closes. */
function ended(...signals: readonly AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    const told = new AbortController();
    const end = () => {
      // The emulator outlives its requests: nobody stays on its signal for those that are over.
      told.abort();
      resolve();
    };
    for (const signal of signals) {
      if (signal.aborted) end();
      signal.addEventListener('abort', end, { once: true, signal: told.signal });
    }
  });
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

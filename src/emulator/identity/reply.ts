import type { ReplyAddress } from './authorize-request';
import { failureBody } from './sts-failure';
import type { StsErrorContext, StsFailure } from './sts-failure';

/** Sends the browser back to the application with an answer. */
export function replyRedirect(
  reply: ReplyAddress,
  answer: Readonly<Record<string, string>>,
  headers: HeadersInit = {},
): Response {
  const parameters = new URLSearchParams(answer);
  if (reply.state !== undefined) parameters.set('state', reply.state);
  const separator = reply.mode === 'fragment' ? '#' : reply.redirectUri.includes('?') ? '&' : '?';
  const all = new Headers(headers);
  all.set('location', `${reply.redirectUri}${separator}${parameters.toString()}`);
  all.set('cache-control', 'no-store');
  all.set('referrer-policy', 'no-referrer');
  return new Response(null, { status: 302, headers: all });
}

export function replyFailure(
  reply: ReplyAddress,
  failure: StsFailure,
  context: StsErrorContext,
  subcode?: string,
): Response {
  const body = failureBody(failure, context);
  return replyRedirect(reply, {
    error: body.error,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    error_description: body.error_description,
    error_uri: body.error_uri,
    ...(body.suberror === undefined ? {} : { suberror: body.suberror }),
    ...(body.claims === undefined ? {} : { claims: body.claims }),
  });
}

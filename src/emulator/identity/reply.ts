import { formPostPage } from './pages/form-post-page';
import type { ReplyAddress } from './sign-in-request';
import { failureBody } from './sts-failure';
import type { StsErrorContext, StsFailure } from './sts-failure';

type Answer = Readonly<Record<string, string>>;

/** Sends the browser back to the application with an answer. */
export async function replyTo(reply: ReplyAddress, answer: Answer): Promise<Response> {
  const parameters = new URLSearchParams(answer);
  if (reply.state !== undefined) parameters.set('state', reply.state);
  if (reply.mode === 'form_post') return formPostPage(reply.redirectUri, parameters);
  const separator = reply.mode === 'fragment' ? '#' : reply.redirectUri.includes('?') ? '&' : '?';
  return new Response(null, {
    status: 302,
    headers: {
      location: `${reply.redirectUri}${separator}${parameters.toString()}`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  });
}

/** The parameters of a refusal; `more` is what the endpoint adds. */
export function replyFailure(
  reply: ReplyAddress,
  failure: StsFailure,
  context: StsErrorContext,
  more: Answer = {},
): Promise<Response> {
  const body = failureBody(failure, context);
  return replyTo(reply, {
    error: body.error,
    ...more,
    error_description: body.error_description,
    error_uri: body.error_uri,
    ...(body.suberror === undefined ? {} : { suberror: body.suberror }),
    ...(body.claims === undefined ? {} : { claims: body.claims }),
  });
}

import { html } from 'hono/html';
import { failureBody, failureSentence } from '../sts-failure';
import type { StsErrorContext, StsFailure } from '../sts-failure';
import { alertMarkup } from './account-pages';
import { page } from './layout';

/** An error that stays here: the address to return to is unknown or not registered. */
export function failurePage(
  failure: StsFailure,
  context: StsErrorContext,
  keepOpener = false,
): Promise<Response> {
  const { trace_id: traceId, correlation_id: correlationId, timestamp } = failureBody(failure, context);
  return page({
    keepOpener,
    title: 'Sorry, but we’re having trouble signing you in',
    content: html`${alertMarkup(failureSentence(failure))}
      <p>Close this window, correct the application’s settings and try again.</p>
      <p class="code">
        Request Id: ${traceId}<br />Correlation Id: ${correlationId}<br />Timestamp: ${timestamp}
      </p>`,
    status: failure.status,
  });
}

export function messagePage(title: string, sentence: string, status = 200): Promise<Response> {
  return page({ title, content: html`<p>${sentence}</p>`, status });
}

import { html } from 'hono/html';
import { page } from './layout';

const SUBMIT = 'document.forms[0].submit()';

/** The answer of `response_mode=form_post`: the browser posts it to the application by itself. */
export function formPostPage(redirectUri: string, answer: URLSearchParams): Promise<Response> {
  return page({
    title: 'Working…',
    content: html`<form method="post" action="${redirectUri}">
      ${[...answer].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <noscript><button class="button primary">Continue</button></noscript>
    </form>`,
    script: SUBMIT,
    redirectUri,
  });
}

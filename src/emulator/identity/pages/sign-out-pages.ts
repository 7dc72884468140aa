import { html } from 'hono/html';
import type { DirectoryUser } from '../demo-directory';
import type { Parameters } from '../parameters';
import { page } from './layout';

const passedOn = ['post_logout_redirect_uri', 'state'];
const RETURN_AFTER_SECONDS = 2;

/** Several accounts are signed in and no hint names one. */
export function signOutChoicePage(
  action: string,
  accounts: readonly DirectoryUser[],
  parameters: Parameters,
  returnTo: URL | undefined,
): Promise<Response> {
  const kept = passedOn.flatMap((name) => {
    const value = parameters.get(name);
    return value === undefined ? [] : [html`<input type="hidden" name="${name}" value="${value}" />`];
  });
  const tiles = accounts.map(
    ({ upn }) =>
      html`<li>
        <form method="post" action="${action}">
          ${kept}
          <button class="tile" name="logout_hint" value="${upn}">
            <span class="address">${upn}</span>
          </button>
        </form>
      </li>`,
  );
  return page({
    title: 'Pick an account',
    content: html`<p class="identity">Which account do you want to sign out of?</p>
      <ul class="accounts">
        ${tiles}
      </ul>`,
    redirectUri: returnTo?.href,
  });
}

/** The end of a sign-out; `frames` are the applications that hear of it (front channel). */
export function signedOutPage(frames: readonly URL[], returnTo: URL | undefined): Promise<Response> {
  return page({
    title: 'You signed out of your account',
    content: html`<p>It’s a good idea to close all browser windows.</p>
      ${returnTo === undefined ? '' : html`<p><a href="${returnTo.href}">Return to the application</a></p>`}
      ${frames.map(({ href }) => html`<iframe src="${href}" title="Signing out" hidden></iframe>`)}`,
    frameOrigins: [...new Set(frames.map(({ origin }) => origin))],
    ...(returnTo === undefined
      ? {}
      : { headers: { refresh: `${RETURN_AFTER_SECONDS};url=${returnTo.href}` } }),
  });
}

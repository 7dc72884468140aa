import { html } from 'hono/html';
import { DEMO_PASSWORD, demoUsers } from '../identity';
import { page } from '../identity/pages/layout';

/** `/`: for people who open the emulator's address in a browser. */
export function startPage(origins: {
  readonly loginOrigin: string;
  readonly graphOrigin: string;
  readonly bytesOrigin: string;
}): Promise<Response> {
  return page({
    title: 'OneDrive emulator',
    content: html`<p>Sign-in is at <code>${origins.loginOrigin}</code>,</p>
      <p>Microsoft Graph at <code>${origins.graphOrigin}/v1.0</code>,</p>
      <p>the bytes of files at <code>${origins.bytesOrigin}</code>.</p>
      <h2>Demo accounts</h2>
      <ul class="scopes">
        ${demoUsers.map((user) => html`<li>${user.upn} <span class="note">${user.name}</span></li>`)}
      </ul>
      <p>The password of all of them is <code>${DEMO_PASSWORD}</code>.</p>`,
  });
}

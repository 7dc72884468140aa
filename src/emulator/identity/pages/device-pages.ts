import { html } from 'hono/html';
import { alertMarkup } from './account-pages';
import { messagePage } from './message-page';
import { page } from './layout';

export function deviceCodePage(action: string, alert: string | undefined): Promise<Response> {
  return page({
    title: 'Enter code',
    content: html`${alertMarkup(alert)}
      <form method="post" action="${action}">
        <label class="field">
          <span>Enter the code displayed on your app or device.</span>
          <input name="user_code" autocomplete="off" required autofocus />
        </label>
        <div class="actions"><button class="button primary">Next</button></div>
      </form>`,
    status: alert === undefined ? 200 : 400,
  });
}

export function deviceDonePage(outcome: 'approved' | 'declined', applicationName: string): Promise<Response> {
  return outcome === 'approved'
    ? messagePage(
        applicationName,
        `You have signed in to the ${applicationName} application on your device. You may now close this window.`,
      )
    : messagePage(applicationName, 'You did not sign in on your device. You may now close this window.');
}

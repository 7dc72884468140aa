import { html } from 'hono/html';
import type { DirectoryUser } from '../demo-directory';
import type { Markup } from './layout';

/** What every page of one sign-in shares. */
export interface FlowForm {
  /** The address every form of the sign-in posts to. */
  readonly action: string;
  readonly flowId: string;
}

export interface OfferedAccount {
  readonly user: DirectoryUser;
  readonly signedIn: boolean;
}

export function alertMarkup(alert: string | undefined): Markup | '' {
  return alert === undefined ? '' : html`<p class="alert" role="alert">${alert}</p>`;
}

/** The form of one step; a field elsewhere on the page belongs to it by the `id`. */
export function stepForm(form: FlowForm, step: string, content: Markup, id?: string): Markup {
  return html`<form ${id === undefined ? '' : html`id="${id}"`} method="post" action="${form.action}">
    <input type="hidden" name="flow" value="${form.flowId}" />
    <input type="hidden" name="step" value="${step}" />
    ${content}
  </form>`;
}

export function accountPage(
  form: FlowForm,
  applicationName: string,
  accounts: readonly OfferedAccount[],
  alert: string | undefined,
): Markup {
  const tiles = accounts.map((account, index) => accountTile(form, account, index));
  const other = stepForm(
    form,
    'other',
    html`<button class="tile">
      <span class="avatar" aria-hidden="true">+</span>
      <span class="address">Use another account</span>
    </button>`,
  );
  return html`${alertMarkup(alert)}
    <p class="identity">to continue to ${applicationName}</p>
    <ul class="accounts">
      ${tiles.map((tile) => html`<li>${tile}</li>`)}
      <li>${other}</li>
    </ul>
    ${stepForm(form, 'cancel', html`<div class="actions"><button class="button">Cancel</button></div>`)}`;
}

/** The address alone is the button's accessible name; the rest is its description. */
function accountTile(form: FlowForm, account: OfferedAccount, index: number): Markup {
  const { user, signedIn } = account;
  const initials = user.name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
  return stepForm(
    form,
    'choose',
    html`<button class="tile" name="account" value="${user.upn}" aria-describedby="note-${index}">
      <span class="avatar" aria-hidden="true">${initials}</span>
      <span class="address">${user.upn}</span>
      <span class="note" id="note-${index}" aria-hidden="true"
        >${user.name}${user.kind === 'personal' ? ' · personal' : ''}${signedIn ? ' · Signed in' : ''}</span
      >
    </button>`,
  );
}

export function addressPage(form: FlowForm, alert: string | undefined): Markup {
  return html`${alertMarkup(alert)}
  ${stepForm(
    form,
    'address',
    html`<label class="field">
        <span>Email</span>
        <input type="email" name="account" autocomplete="username" required autofocus />
      </label>
      ${actions('Next', false)}`,
  )}
  ${backForm(form)}`;
}

export function passwordPage(
  form: FlowForm,
  user: DirectoryUser,
  demoPassword: string,
  alert: string | undefined,
): Markup {
  return html`<p class="identity">${user.upn}</p>
    ${alertMarkup(alert)}
    ${stepForm(
      form,
      'password',
      html`<label class="field">
          <span>Password</span>
          <input
            type="password"
            name="password"
            value="${demoPassword}"
            autocomplete="off"
            required
            autofocus
          />
        </label>
        <p class="note">The password of every demo account is filled in.</p>
        <label class="check"
          ><input type="checkbox" name="stay" value="1" /> <span>Stay signed in</span></label
        >
        ${actions('Sign in', false)}`,
    )}
    ${backForm(form)}`;
}

const BACK_FORM = 'back-form';

/** A form of its own, elsewhere: Enter in a field must never mean “Back”. */
function backForm(form: FlowForm): Markup {
  return html`<form id="${BACK_FORM}" method="post" action="${form.action}">
    <input type="hidden" name="flow" value="${form.flowId}" />
    <input type="hidden" name="step" value="back" />
  </form>`;
}

/** The row of buttons at the end of a step: back, and on. */
function actions(primary: string, focus: boolean): Markup {
  return html`<div class="actions">
    <button class="button" form="${BACK_FORM}">Back</button>
    <button class="button primary" ${focus ? 'autofocus' : ''}>${primary}</button>
  </div>`;
}

export function secondFactorPage(form: FlowForm, user: DirectoryUser): Markup {
  return html`<p class="identity">${user.upn}</p>
    <p>This account needs a second factor. Pretend that your phone asks, and approve.</p>
    ${stepForm(form, 'approve', actions('Approve', true))} ${backForm(form)}`;
}

import { html } from 'hono/html';
import type { DirectoryUser } from '../demo-directory';
import { findGraphPermission, openIdPermissions } from '../permissions';
import type { OpenConsent } from '../sign-in-step';
import { alertMarkup, stepForm } from './account-pages';
import type { FlowForm } from './account-pages';
import type { Markup } from './layout';

export function consentPage(form: FlowForm, consent: OpenConsent, applicationName: string): Markup {
  const { grantor, user } = consent;
  return html`<p class="identity">${user.upn}</p>
    <p><strong>${applicationName}</strong> would like to:</p>
    ${scopeList(consent)}
    <p class="note">
      ${
        grantor === 'organisation'
          ? 'If you accept, every account of your organisation gives this application these permissions.'
          : 'Nothing leaves this computer: the permissions are for the local demo drive.'
      }
    </p>
    ${grantor === 'user-or-organisation' ? organisationCheck() : ''}
    <div class="actions">
      ${stepForm(form, 'decline', html`<button class="button">Cancel</button>`)}
      ${stepForm(form, 'accept', html`<button class="button primary" autofocus>Accept</button>`, ACCEPT_FORM)}
    </div>`;
}

const ACCEPT_FORM = 'accept-form';

function organisationCheck(): Markup {
  return html`<label class="check"
    ><input type="checkbox" name="organisation" value="1" form="${ACCEPT_FORM}" />
    <span>Consent on behalf of your organisation</span></label
  >`;
}

export function adminApprovalPage(form: FlowForm, consent: OpenConsent, applicationName: string): Markup {
  return html`<p class="identity">${consent.user.upn}</p>
    <p>
      <strong>${applicationName}</strong> needs permission to access resources in your organisation that only
      an administrator can grant. Ask an administrator to grant permission to this application.
    </p>
    ${scopeList(consent)}
    <p class="code">AADSTS90094: The grant requires admin permission.</p>
    ${leaveForm(form, 'Return to the application without granting consent')}`;
}

/** Conditional access or a missing assignment keeps the user out. */
export function barredPage(form: FlowForm, user: DirectoryUser, sentence: string): Markup {
  return html`<p class="identity">${user.upn}</p>
    ${alertMarkup(sentence)} ${leaveForm(form, 'Return to the application')}`;
}

function leaveForm(form: FlowForm, label: string): Markup {
  return stepForm(
    form,
    'leave',
    html`<div class="actions"><button class="button primary">${label}</button></div>`,
  );
}

function scopeList({ graph, openId }: OpenConsent): Markup {
  const asked = [
    ...graph.flatMap((name) => findGraphPermission(name) ?? []),
    ...openIdPermissions.filter((entry) => openId.includes(entry.name)),
  ];
  return html`<ul class="scopes">
    ${asked.map((entry) => html`<li>${entry.words}<br /><code>${entry.name}</code></li>`)}
  </ul>`;
}

import { html } from 'hono/html';
import type { DirectoryUser } from '../demo-directory';
import { findGraphPermission, openIdPermissions } from '../permissions';
import type { RequestedScopes } from '../requested-scopes';
import { stepForm } from './account-pages';
import type { FlowForm } from './account-pages';
import type { Markup } from './layout';

export function consentPage(
  form: FlowForm,
  user: DirectoryUser,
  applicationName: string,
  scopes: RequestedScopes,
): Markup {
  return html`<p class="identity">${user.upn}</p>
    <p><strong>${applicationName}</strong> would like to:</p>
    ${scopeList(scopes)}
    <p class="note">Nothing leaves this computer: the permissions are for the local demo drive.</p>
    <div class="actions">
      ${stepForm(form, 'decline', html`<button class="button">Cancel</button>`)}
      ${stepForm(form, 'accept', html`<button class="button primary" autofocus>Accept</button>`)}
    </div>`;
}

export function adminApprovalPage(
  form: FlowForm,
  user: DirectoryUser,
  applicationName: string,
  scopes: RequestedScopes,
): Markup {
  return html`<p class="identity">${user.upn}</p>
    <p>
      <strong>${applicationName}</strong> needs permission to access resources in your organisation that only
      an administrator can grant. Ask an administrator to grant permission to this application.
    </p>
    ${scopeList(scopes)}
    <p class="code">AADSTS90094: Admin consent is required.</p>
    ${stepForm(
      form,
      'no-approval',
      html`<div class="actions">
        <button class="button primary">Return to the application without granting consent</button>
      </div>`,
    )}`;
}

function scopeList(scopes: RequestedScopes): Markup {
  const openId = openIdPermissions.filter((entry) => scopes.openId.includes(entry.name));
  const graph = scopes.graph.flatMap((name) => findGraphPermission(name) ?? []);
  return html`<ul class="scopes">
    ${[...graph, ...openId].map((entry) => html`<li>${entry.words}<br /><code>${entry.name}</code></li>`)}
  </ul>`;
}

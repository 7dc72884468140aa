import { isSharedTenant, MICROSOFT_CLOUDS } from '../../../auth';
import { fillIn, type SetupTexts } from '../../../locales';
import type { ReadIds } from '../read-ids';
import { tenantOf, type SetupInput } from '../setup-input';
import { permissionsOf } from './permissions';

/** Where an administrator consents for everybody; undefined for personal accounts, and while no client id is known. */
export function adminConsentLink(
  input: SetupInput,
  { clientId, tenant }: ReadIds,
  redirectUri: string,
): string | undefined {
  if (!clientId || input.audience === 'PersonalMicrosoftAccount') return undefined;
  const isEmulator = input.cloud === 'emulator';
  const hosts = input.cloud === 'emulator' ? undefined : MICROSOFT_CLOUDS[input.cloud];
  const named = tenant ?? tenantOf({ ...input, tenant: '' });
  // Microsoft refuses “common” here; an administrator's own organisation is meant.
  const directory = named && !isSharedTenant(named) ? named : 'organizations';
  const link = new URL(`${isEmulator ? input.emulator : hosts?.login}/${directory}/v2.0/adminconsent`);
  link.searchParams.set('client_id', clientId);
  link.searchParams.set('scope', hosts ? `${hosts.graph}/.default` : '.default');
  link.searchParams.set('redirect_uri', redirectUri);
  return link.href;
}

/** A text to send to an administrator: what is asked, why, and where to allow it. */
export function adminRequest(
  input: SetupInput,
  link: string,
  redirectUri: string,
  texts: SetupTexts,
): string {
  const permissions = permissionsOf(input).map(({ name }) => `- ${name}: ${texts.reasons[name]}`);
  const { greeting, asks, permissionsAre, delegated, grant, registered } = texts.adminMail;
  return [
    greeting,
    '',
    fillIn(asks, { name: input.name.trim(), page: new URL(redirectUri).origin }),
    '',
    permissionsAre,
    ...permissions,
    '',
    delegated,
    '',
    grant,
    link,
    '',
    fillIn(registered, { redirectUri }),
  ].join('\n');
}

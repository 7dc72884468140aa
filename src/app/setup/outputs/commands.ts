import { MICROSOFT_CLOUDS, type CloudName } from '../../../auth';
import { asciiJson } from './ascii-json';
import type { Registration } from './registration';

/** The names that the tools give the clouds. */
const AZURE: Readonly<Record<CloudName, string>> = {
  global: 'AzureCloud',
  usgov: 'AzureUSGovernment',
  'usgov-dod': 'AzureUSGovernment',
  china: 'AzureChinaCloud',
};
const GRAPH_POWERSHELL: Readonly<Record<CloudName, string>> = {
  global: 'Global',
  usgov: 'USGov',
  'usgov-dod': 'USGovDoD',
  china: 'China',
};

export interface RegistrationCommands {
  /** Azure CLI in bash, zsh or the Cloud Shell. */
  readonly bash: string;
  /** Azure CLI in PowerShell. */
  readonly powerShell: string;
  readonly graphPowerShell: string;
  /** For Graph Explorer or any other client. */
  readonly request: string;
}

/**
 * Commands that register an application and print its client id. `az ad app create` knows no redirect URIs of a
 * single-page application, so that the Azure CLI sends the request itself.
 */
export function registrationCommands(registration: Registration, cloud: CloudName): RegistrationCommands {
  const address = `${MICROSOFT_CLOUDS[cloud].graph}/v1.0/applications`;
  const body = asciiJson(registration);
  const signIn = `az cloud set --name ${AZURE[cloud]}\naz login --allow-no-subscriptions`;
  const send = `az rest --method POST --url ${address} --headers Content-Type=application/json`;
  const print = '--query appId --output tsv';
  return {
    bash: `${signIn}\n${send} ${print} --body '${body}'`,
    // On Windows az is a batch file, which loses the quotes of an argument: the body comes from a file.
    powerShell: [
      signIn,
      `Set-Content -Path onedrive-app.json -Encoding ascii -Value '${body}'`,
      `${send} ${print} --body '@onedrive-app.json'`,
    ].join('\n'),
    graphPowerShell: [
      `Connect-MgGraph -Environment ${GRAPH_POWERSHELL[cloud]} -Scopes 'Application.ReadWrite.All'`,
      `$app = Invoke-MgGraphRequest -Method POST -Uri '${address}' -ContentType 'application/json' -Body '${body}'`,
      '$app.appId',
    ].join('\n'),
    request: [
      `POST ${address}`,
      'Content-Type: application/json',
      '',
      JSON.stringify(registration, undefined, 2),
    ].join('\n'),
  };
}

/** The emulator has one address for its registrations, and no sign-in for it. */
export function emulatorCommands(
  registration: object,
  emulator: string,
): Omit<RegistrationCommands, 'graphPowerShell'> {
  const address = `${emulator}/_emulator/apps`;
  const body = asciiJson(registration);
  return {
    bash: `curl --fail-with-body --header 'Content-Type: application/json' --data '${body}' '${address}'`,
    powerShell: `Invoke-RestMethod -Method Post -Uri '${address}' -ContentType 'application/json' -Body '${body}'`,
    request: [
      `POST ${address}`,
      'Content-Type: application/json',
      '',
      JSON.stringify(registration, undefined, 2),
    ].join('\n'),
  };
}

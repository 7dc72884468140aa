// A page's own script, in a project that has neither React nor its types.
import type { ErrorDetail, OneDriveControlElement } from 'onedrive-control/element';

const drive = document.querySelector('onedrive-control');
if (drive) start(drive);

function start(control: OneDriveControlElement): void {
  control.clientId = 'YOUR-CLIENT-ID';
  control.addEventListener('od-navigate', ({ detail }) => {
    document.title = detail.path.toUpperCase();
  });
  control.addEventListener('od-selection', ({ detail }) => {
    const names: string[] = detail.items.map(({ name }) => name);
    document.title = names.join();
  });
  control.addEventListener('od-error', ({ detail }) => report(detail));
  control.addEventListener('od-pick', ({ detail }) => {
    document.title = detail.items.map(({ driveId, id, name }) => `${driveId} ${id} ${name}`).join();
  });
  control.itemFilter = ({ name, size }) => (size ?? 0) > 0 || `${name} is empty`;
  control.strings = { 'pick.choose': 'Attach' };
  control.getAccessToken = async ({ scopes, forceRefresh }) => ({
    token: `${scopes.join(' ')} ${forceRefresh}`,
    expiresOn: new Date(),
  });
  const listed: Promise<void> = control.navigate('Documents');
  // @ts-expect-error There is no such property.
  control.clientID = listed;
}

function report({ code, retry }: ErrorDetail): void {
  document.title = `${code} ${retry}`;
}

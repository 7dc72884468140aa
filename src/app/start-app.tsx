import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAuth, loadMsalIdentity } from '../auth';
import { createBrowserEnvironment, createOneDriveControl } from '../control';
import { followAddress, pathOfHash } from './address-bar';
import { App } from './app';
import './app.css';
import { ConfigurationScreen } from './configuration-screen';
import { loadConfiguration } from './load-configuration';

/** Reads the settings, wires the control, shows the page. */
export async function startApp(container: HTMLElement): Promise<void> {
  const environment = createBrowserEnvironment();
  const root = createRoot(container);
  const outcome = await loadConfiguration(environment, document.baseURI);
  if (outcome.kind === 'wrong') {
    root.render(<ConfigurationScreen problems={outcome.problems} />);
    return;
  }
  const { configuration } = outcome;
  const identity = loadMsalIdentity(configuration.identity);
  const auth = createAuth({
    loadIdentity: () => identity,
    authority: configuration.cloud.authority,
    scopes: configuration.scopes,
    environment,
  });
  const control = createOneDriveControl({
    auth,
    graphRoot: configuration.cloud.graphRoot,
    environment,
    rootPath: configuration.rootPath,
    startPath: pathOfHash(location.hash),
  });
  followAddress(control);
  root.render(
    <StrictMode>
      <App configuration={configuration} control={control} identity={identity} />
    </StrictMode>,
  );
}

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createMsalAuth, preloadIdentityLibrary } from '../auth';
import { createBrowserEnvironment, createOneDriveControl } from '../control';
import { followAddress, pathOfHash } from './address-bar';
import { App } from './app';
import './app.css';
import { ConfigurationScreen } from './configuration-screen';
import { loadConfiguration } from './load-configuration';
import { warnBeforeLeaving } from './warn-before-leaving';

/** Reads the settings, wires the control, shows the page. */
export async function startApp(container: HTMLElement): Promise<void> {
  // Beside the settings, not after them.
  preloadIdentityLibrary();
  const environment = createBrowserEnvironment();
  const root = createRoot(container);
  const outcome = await loadConfiguration(environment, document.baseURI);
  if (outcome.kind === 'wrong') {
    root.render(<ConfigurationScreen problems={outcome.problems} />);
    return;
  }
  const { configuration } = outcome;
  const { cloud } = configuration;
  const settings = {
    ...configuration.identity,
    scopes: configuration.scopes,
    cloud: { authority: cloud.authority, graph: cloud.graphRoot },
  };
  if (new URLSearchParams(location.search).has('self-test')) {
    const { SelfTestScreen } = await import('./self-test');
    root.render(
      <SelfTestScreen settings={settings} locale={configuration.locale} theme={configuration.theme} />,
    );
    return;
  }
  const { auth, identity } = createMsalAuth(settings, environment);
  const control = createOneDriveControl({
    auth,
    graphRoot: cloud.graphRoot,
    environment,
    rootPath: configuration.rootPath,
    startPath: startOnce(() => pathOfHash(location.hash)),
  });
  followAddress(control);
  warnBeforeLeaving(control);
  root.render(
    <StrictMode>
      <App configuration={configuration} control={control} identity={identity} />
    </StrictMode>,
  );
}

/** The address counts for the first who signs in; whoever comes after starts at the top. */
function startOnce(path: () => readonly string[]): () => readonly string[] {
  let started = false;
  return () => {
    const names = started ? [] : path();
    started = true;
    return names;
  };
}

import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { createMsalAuth, preloadIdentityLibrary } from '../auth';
import { createBrowserEnvironment, createOneDriveControl, type Environment } from '../control';
import { loadSettingWords } from '../locales';
import { followAddress, pathOfHash } from './address-bar';
import { App } from './app';
import './app.css';
import type { Configuration, ConfigurationProblem } from './configuration';
import { loadConfiguration } from './load-configuration';
import { warnBeforeLeaving } from './warn-before-leaving';

/** Reads the settings, wires the control, shows the page. */
export async function startApp(container: HTMLElement): Promise<void> {
  // Beside the settings, not after them.
  preloadIdentityLibrary();
  const environment = createBrowserEnvironment();
  const root = createRoot(container);
  const outcome = await loadConfiguration(environment, document.baseURI);
  switch (outcome.kind) {
    case 'ready':
      return new URLSearchParams(location.search).has('self-test')
        ? showSelfTest(root, outcome.configuration)
        : showControl(root, outcome.configuration, environment);
    case 'wrong':
      return showProblems(root, outcome.problems);
    case 'unconfigured':
      return showProblems(root, []);
  }
}

function showControl(root: Root, configuration: Configuration, environment: Environment): void {
  const { graphRoot } = configuration.read.cloud;
  const { auth, identity } = createMsalAuth(configuration.signIn, environment);
  const control = createOneDriveControl({
    auth,
    graphRoot,
    environment,
    rootPath: configuration.rootPath,
    start: startOnce(() => pathOfHash(location.hash)),
  });
  followAddress(control);
  warnBeforeLeaving(control);
  root.render(
    <StrictMode>
      <App configuration={configuration} control={control} identity={identity} />
    </StrictMode>,
  );
}

async function showSelfTest(root: Root, { signIn, locale, theme }: Configuration): Promise<void> {
  const { SelfTestScreen } = await import('./self-test');
  root.render(<SelfTestScreen settings={signIn} locale={locale} theme={theme} />);
}

async function showProblems(root: Root, problems: readonly ConfigurationProblem[]): Promise<void> {
  const [words, { ConfigurationScreen }] = await Promise.all([
    loadSettingWords(),
    import('./configuration-screen'),
  ]);
  root.render(<ConfigurationScreen problems={problems} words={words} assistant={undefined} />);
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

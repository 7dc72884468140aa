import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { createMsalAuth, preloadIdentityLibrary } from '../auth';
import {
  createBrowserEnvironment,
  createHashThread,
  createOneDriveControl,
  type Environment,
  type FolderPlace,
} from '../control';
import { loadSettingWords, loadSetupTexts } from '../locales';
import { followAddress, placeOfHash } from './address-bar';
import { App } from './app';
import './app.css';
import type { Configuration, ConfigurationProblem } from './configuration';
import { loadConfiguration } from './load-configuration';
import { addressOfStep, ASSISTANT, stepAsked } from './pages';

type Loaded = Awaited<ReturnType<typeof loadConfiguration>>;

/**
 * Reads the settings, wires the control, shows the page.
 * @param hashWorker the address of `hash-worker.ts`
 */
export async function startApp(container: HTMLElement, hashWorker: string): Promise<void> {
  // Beside the settings, not after them.
  preloadIdentityLibrary();
  const environment = { ...createBrowserEnvironment(), hashThread: createHashThread(hashWorker) };
  const root = createRoot(container);
  const loaded = await loadConfiguration(environment, document.baseURI);
  const asked = new URLSearchParams(location.search);
  if (loaded.setup && asked.has('setup')) return showAssistant(root, loaded, environment);
  switch (loaded.kind) {
    case 'ready':
      return asked.has('self-test')
        ? showSelfTest(root, loaded, loaded.configuration)
        : showControl(root, loaded, loaded.configuration, environment);
    case 'wrong':
      return showProblems(root, loaded.problems, loaded.setup ? ASSISTANT : undefined);
    case 'unconfigured':
      return loaded.setup ? showAssistant(root, loaded, environment) : showProblems(root, [], undefined);
  }
}

function showControl(
  root: Root,
  { setup, isTrial }: Loaded,
  configuration: Configuration,
  environment: Environment,
): void {
  const { graphRoot } = configuration.read.cloud;
  const { auth, identity } = createMsalAuth(configuration.signIn, environment);
  const control = createOneDriveControl({
    auth,
    graphRoot,
    environment,
    rootPath: configuration.rootPath,
    start: startOnce(() => placeOfHash(location.hash)),
  });
  followAddress(control);
  root.render(
    <StrictMode>
      <App
        configuration={configuration}
        control={control}
        identity={identity}
        assistant={setup ? ASSISTANT : undefined}
        isTrial={isTrial}
        environment={environment}
      />
    </StrictMode>,
  );
}

async function showSelfTest(
  root: Root,
  { setup, isTrial }: Loaded,
  { signIn, locale, theme }: Configuration,
): Promise<void> {
  const { SelfTestScreen } = await import('./self-test');
  // What is tried out in this tab comes from the assistant's last step.
  const assistant = isTrial ? addressOfStep('use') : ASSISTANT;
  root.render(
    <SelfTestScreen
      settings={signIn}
      assistant={setup ? assistant : undefined}
      locale={locale}
      theme={theme}
    />,
  );
}

async function showAssistant(root: Root, { kind, given }: Loaded, environment: Environment): Promise<void> {
  const [texts, words, { SetupScreen }] = await Promise.all([
    loadSetupTexts(),
    loadSettingWords(),
    import('./setup'),
  ]);
  root.render(
    <StrictMode>
      <SetupScreen
        canLeave={kind === 'ready'}
        stepAsked={stepAsked(location.search)}
        given={given}
        pageAddress={document.baseURI}
        texts={texts}
        words={words}
        environment={environment}
      />
    </StrictMode>,
  );
}

async function showProblems(
  root: Root,
  problems: readonly ConfigurationProblem[],
  assistant: string | undefined,
): Promise<void> {
  const [words, { ConfigurationScreen }] = await Promise.all([
    loadSettingWords(),
    import('./configuration-screen'),
  ]);
  root.render(<ConfigurationScreen problems={problems} words={words} assistant={assistant} />);
}

/** The address counts for the first who signs in; whoever comes after starts at the top. */
function startOnce(place: () => FolderPlace): () => FolderPlace {
  let started = false;
  return () => {
    const start = started ? [] : place();
    started = true;
    return start;
  };
}

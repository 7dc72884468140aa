import { TextProvider, useText, type Text } from '../ui';
import { CONFIGURATION_KEYS, type ConfigurationProblem } from './configuration';

/** What stands here instead of a blank page when the settings are wrong: which, why, and what to do. */
export function ConfigurationScreen({ problems }: { readonly problems: readonly ConfigurationProblem[] }) {
  return (
    <TextProvider locale={undefined}>
      <Explanation problems={problems} />
    </TextProvider>
  );
}

function Explanation({ problems }: { readonly problems: readonly ConfigurationProblem[] }) {
  const text = useText();
  return (
    <main className="problem-page">
      <img src="./icon.svg" alt="" width="40" height="40" />
      <h1>{text('configuration.title')}</h1>
      <p>{text('configuration.intro')}</p>
      <div role="alert">
        <ul>
          {problems.map((problem) => (
            <li key={JSON.stringify(problem)}>{sentence(problem, text)}</li>
          ))}
        </ul>
      </div>
      <p>{text('configuration.help')}</p>
    </main>
  );
}

function sentence(problem: ConfigurationProblem, text: Text): string {
  switch (problem.kind) {
    case 'unreadable':
      return text('configuration.unreadable');
    case 'missing-client-id':
      return text('configuration.missing-client-id');
    case 'client-id':
      return text('configuration.client-id', { value: problem.value });
    case 'tenant':
      return text('configuration.tenant', { value: problem.value });
    case 'authority':
      return text('configuration.authority', { value: problem.value });
    case 'redirect-uri':
      return text('configuration.redirect-uri', { value: problem.value });
    case 'unknown-key':
      return text('configuration.unknown-key', { key: problem.key, known: CONFIGURATION_KEYS.join(', ') });
    case 'wrong-value':
      return text('configuration.wrong-value', { key: problem.key });
  }
}

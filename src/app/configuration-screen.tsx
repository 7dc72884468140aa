import { suggestSetting } from '../auth';
import type { SettingWordsTable } from '../locales';
import { CONFIGURATION_KEYS, type ConfigurationProblem } from './configuration';

interface ConfigurationScreenProps {
  /** None: nobody has configured the page yet. */
  readonly problems: readonly ConfigurationProblem[];
  readonly words: SettingWordsTable;
  /** Address of the set-up assistant, where it may be used. */
  readonly assistant: string | undefined;
}

/** What stands here instead of a blank page when the settings are wrong: which, why, and what to do. */
export function ConfigurationScreen({ problems, words, assistant }: ConfigurationScreenProps) {
  const texts = words.configurationTexts;
  return (
    <main className="problem-page">
      <img src="./icon.svg" alt="" width="40" height="40" />
      <h1>{texts.title}</h1>
      {problems.length === 0 ? (
        <p role="alert">{texts.unconfigured}</p>
      ) : (
        <Problems problems={problems} words={words} />
      )}
      {assistant !== undefined && (
        <p>
          <a href={assistant}>{texts.assistant}</a>
        </p>
      )}
    </main>
  );
}

function Problems({ problems, words }: Pick<ConfigurationScreenProps, 'problems' | 'words'>) {
  const texts = words.configurationTexts;
  return (
    <>
      <p>{texts.intro}</p>
      <div role="alert">
        <ul>
          {problems.map((problem) => (
            <li key={JSON.stringify(problem)}>{sentences(problem, words)}</li>
          ))}
        </ul>
      </div>
      <p>{texts.who}</p>
    </>
  );
}

function sentences(problem: ConfigurationProblem, words: SettingWordsTable): string {
  const { what, fix } = words.describeSetting(problem, CONFIGURATION_KEYS);
  const suggestion = isOfFile(problem) ? undefined : suggestSetting(problem);
  const meant = suggestion && words.configurationTexts.meant.replace('{suggestion}', suggestion);
  return [what, meant, fix].filter(Boolean).join(' ');
}

function isOfFile(
  problem: ConfigurationProblem,
): problem is Extract<ConfigurationProblem, { code: `file.${string}` }> {
  return problem.code.startsWith('file.');
}

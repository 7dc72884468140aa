// What a page with the control must allow, by cloud, for docs/embedding.md and docs/deploy.md.
import { fence } from './server-headers.mjs';

const CLOUDS = {
  global: 'global',
  usgov: 'US Government (GCC High)',
  'usgov-dod': 'US Government (DoD)',
  china: '21Vianet',
};

export function createPolicyTables(cloudOf, hostPageDirectives) {
  const lines = (name) =>
    Object.entries(hostPageDirectives({ cloud: cloudOf(name) })).map(
      ([directive, sources]) => `${directive} ${sources.join(' ')};`,
    );
  const others = Object.entries(CLOUDS)
    .filter(([name]) => name !== 'global')
    .map(
      ([name, title]) =>
        `${title}, \`cloud="${name}"\`:\n\n${fence('text', lines(name).slice(1).join('\n'))}`,
    );
  return { directives: fence('text', lines('global').join('\n')), clouds: others.join('\n\n') };
}

// Development takes the icons one by one: the whole of @fluentui/react-icons is 17 MB of script. A bundler leaves out
// what nobody uses; a browser would read and run all of it with each page, and with each file of component tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = '@fluentui/react-icons';
const IMPORT = /import \{([^}]*)\} from '@fluentui\/react-icons';/g;

/** A plugin of Vite's development server. The icons of these folders are bundled before they are asked for. */
export function atomicIcons(...folders) {
  return {
    ...rewriting,
    apply: 'serve',
    enforce: 'pre',
    config: () => ({
      optimizeDeps: {
        include: [...new Set(folders.flatMap(iconsIn).map(moduleOf))],
        // Who looks for what else is to be bundled must not find the whole of them.
        rolldownOptions: { plugins: [rewriting] },
      },
    }),
  };
}

const rewriting = {
  name: 'onedrive-control:atomic-icons',
  transform: {
    filter: { id: { exclude: /[\\/]node_modules[\\/]/ }, code: PACKAGE },
    handler: (code) => ({ code: code.replace(IMPORT, importOneByOne), map: null }),
  },
};

/** Over as many lines as before, so that the map of what came before still tells the lines. */
function importOneByOne(text, names) {
  const imports = namesIn(names).map((name) => `import { ${name} } from '${moduleOf(name)}';`);
  return imports.join(' ') + '\n'.repeat(text.split('\n').length - 1);
}

function iconsIn(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.tsx'));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  return texts.flatMap((text) => [...text.matchAll(IMPORT)].flatMap(([, names]) => namesIn(names)));
}

function namesIn(list) {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

/** As the package's docs/build-transforms.md has it. */
function moduleOf(name) {
  const [, base] = /^(.+?)\d*(?:Regular|Filled|Light|Color)$/.exec(name) ?? [];
  if (base === undefined) throw new Error(`${name} is no icon.`);
  const words = base.replaceAll(/[a-z\d](?=[A-Z])|[a-zA-Z](?=\d)|[A-Z](?=[A-Z][a-z])/g, '$&-');
  return `${PACKAGE}/svg/${words.toLowerCase()}`;
}

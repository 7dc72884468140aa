import { tokens } from '@fluentui/react-components';

const TOKEN = /\btokens\.(\w+)/g;

/** What the bundler cannot know, so that the first screen holds nothing that nobody uses. */
export function treeShaking() {
  return [inlineTokens(), pureGraphClient(), bareGraphClient()];
}

/**
 * A token is the name of a CSS variable: `tokens.colorBrandBackground` becomes `"var(--colorBrandBackground)"`, in our
 * styles and in Fluent's. Otherwise the table of all tokens is part of the first screen.
 */
function inlineTokens() {
  return {
    name: 'onedrive-control:inline-tokens',
    transform: {
      filter: { code: /import\s*\{[^}]*\btokens\b[^}]*\}\s*from\s*["']@fluentui\// },
      handler(code) {
        const inlined = code.replace(TOKEN, (text, name) =>
          name in tokens ? JSON.stringify(tokens[name]) : text,
        );
        // No line becomes two, so that the map of what came before still tells the lines.
        return { code: inlined, map: null };
      },
    },
  };
}

/** It does not say so itself: its batches, upload tasks and stream classes are in no one's way but the network's. */
function pureGraphClient() {
  return {
    name: 'onedrive-control:pure-graph-client',
    transform: {
      filter: { id: /[\\/]node_modules[\\/]@microsoft[\\/]microsoft-graph-client[\\/]/ },
      handler: () => ({ moduleSideEffects: false }),
    },
  };
}

/** Its own ways to sign in, retry and redirect, which it never takes where it is given a middleware (src/graph/client.ts). */
function bareGraphClient() {
  return {
    name: 'onedrive-control:bare-graph-client',
    load: {
      filter: {
        id: /[\\/]microsoft-graph-client[\\/].*[\\/](HTTPClientFactory|CustomAuthenticationProvider)\.js$/,
      },
      handler: (id) => ({
        code: `export const ${/(\w+)\.js$/.exec(id)?.[1]} = undefined;`,
        map: { mappings: '' },
      }),
    },
  };
}

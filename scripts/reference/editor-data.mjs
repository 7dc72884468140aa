// What editors read to complete and explain `<onedrive-control>`; both are made of custom-elements.json.

/** VS Code's custom data format 1.1: `"html.customData"` in the settings of a project names the file. */
export function createVsCodeData(manifest) {
  const tags = declarations(manifest).map(({ tagName, description, attributes }) => ({
    name: tagName,
    description,
    attributes: attributes.map(({ name, description, type }) => ({
      name,
      description,
      ...(wordsOf(type).length > 0 && { values: wordsOf(type).map((word) => ({ name: word })) }),
      ...(type.text === 'boolean' && { valueSet: 'v' }),
    })),
  }));
  return { version: 1.1, tags };
}

/** JetBrains finds it by `"web-types"` in package.json. */
export function createWebTypes(manifest, { name, version }) {
  const elements = declarations(manifest).map((element) => ({
    name: element.tagName,
    description: element.description,
    attributes: element.attributes.map(({ name, description, type, default: initial }) => ({
      name,
      description,
      value: { type: type.text },
      ...(initial && { default: initial }),
    })),
    js: {
      properties: element.members
        .filter(({ kind }) => kind === 'field')
        .map(({ name, description = '', type }) => ({ name, description, type: type?.text ?? 'string' })),
      events: element.events.map(({ name, description }) => ({ name, description })),
    },
    ...(element.cssParts && { css: { parts: element.cssParts, properties: element.cssProperties ?? [] } }),
  }));
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: { html: { elements } },
  };
}

function declarations(manifest) {
  return manifest.modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ customElement }) => customElement);
}

/** `'light' | 'dark'` → light, dark */
function wordsOf({ text }) {
  const words = text.split(' | ');
  return words.every((word) => /^'.*'$/.test(word)) ? words.map((word) => word.slice(1, -1)) : [];
}

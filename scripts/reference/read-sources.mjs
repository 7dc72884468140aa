// Reads what the sources say of themselves, by the compiler that the manifest's analyzer brings: that of the project
// (TypeScript 7) has no interface for programs yet.
import { ts } from '@custom-elements-manifest/analyzer';
import { join } from 'node:path';

/** Longer ones are unions that have a name. */
const LONGEST_TYPE = 200;

const HIDDEN_TYPE = ts.TypeFlags.Undefined | ts.TypeFlags.Void;
const TYPE_FORMAT =
  ts.TypeFormatFlags.NoTruncation |
  ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope |
  ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType |
  ts.TypeFormatFlags.OmitParameterModifiers;

/** The sources as the compiler sees them, with the questions that the reference asks. */
export function readSources(root) {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const doors = [
    'src/index.ts',
    'src/core.ts',
    'src/element/index.ts',
    'src/element/attributes.ts',
    'src/element/events.ts',
  ];
  const program = ts.createProgram(
    doors.map((door) => join(root, door)),
    options,
  );
  const checker = program.getTypeChecker();
  const exported = (file, name) => {
    const source = program.getSourceFile(join(root, file));
    const symbol = checker
      .getExportsOfModule(checker.getSymbolAtLocation(source))
      .find((one) => one.name === name);
    if (!symbol) throw new Error(`${file} exports no ${name}: the reference is made of it.`);
    return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  };
  return {
    file: (path) => program.getSourceFile(join(root, path)),
    /** The texts of a union, such as the names of attributes. */
    words(file, name) {
      const type = checker.getDeclaredTypeOfSymbol(exported(file, name));
      return (type.isUnion() ? type.types : [type]).map(({ value }) => value);
    },
    /** What an interface or a class shows: properties and methods with type and description. */
    members(file, name) {
      const type = checker.getDeclaredTypeOfSymbol(exported(file, name));
      return checker.getPropertiesOfType(type).map((symbol) => describe(checker, symbol));
    },
    /** What the doors export beside values, in their order; each once. */
    types: (files) =>
      exportedTypes(
        program,
        checker,
        files.map((file) => join(root, file)),
      ),
    /** Everything that a door exports: values with their signatures, then types; of each the first sentence. */
    exports: (file) => exportsOf(program, checker, join(root, file)),
    documentation: (file, name) => textOf(exported(file, name).getDocumentationComment(checker)),
  };
}

function exportedTypes(program, checker, files) {
  const symbols = files.flatMap((file) =>
    checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file))),
  );
  const targets = symbols.map((symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
  );
  return [...new Set(targets)]
    .filter(({ flags }) => flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias))
    .map((symbol) => describeType(checker, symbol));
}

function exportsOf(program, checker, file) {
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)));
  return exported.map((alias) => {
    const symbol = alias.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(alias) : alias;
    const [signature] = checker.getTypeOfSymbol(symbol).getCallSignatures();
    const isFunction = Boolean(symbol.flags & ts.SymbolFlags.Function);
    return {
      name: alias.name,
      isValue: Boolean(symbol.flags & ts.SymbolFlags.Value),
      signature: isFunction ? checker.signatureToString(signature, undefined, TYPE_FORMAT) : '',
      description: firstSentence(textOf(symbol.getDocumentationComment(checker))),
    };
  });
}

function firstSentence(text) {
  return text.match(/^.*?[.!?](?=\s+[A-Z`]|$)/)?.[0] ?? text;
}

function describeType(checker, symbol) {
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const shown = {
    name: symbol.name,
    description: textOf(symbol.getDocumentationComment(checker)),
  };
  const isShape = Boolean(symbol.flags & ts.SymbolFlags.Interface) && !type.isUnion();
  if (!isShape)
    return {
      ...shown,
      text: checker.typeToString(type, undefined, TYPE_FORMAT | ts.TypeFormatFlags.InTypeAlias),
    };
  return {
    ...shown,
    members: checker
      .getPropertiesOfType(type)
      .map((one) => describe(checker, one))
      .filter(({ file }) => !file.includes('/node_modules/')),
  };
}

function describe(checker, symbol) {
  const [declaration] = symbol.declarations ?? [];
  const type = checker.getTypeOfSymbol(symbol);
  const tags = symbol.getJsDocTags(checker).map(({ name, text }) => ({ name, text: textOf(text) }));
  const method = Boolean(
    declaration && (ts.isMethodDeclaration(declaration) || ts.isMethodSignature(declaration)),
  );
  return {
    name: symbol.name,
    method,
    optional: Boolean(symbol.flags & ts.SymbolFlags.Optional),
    readonly: Boolean(declaration && ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly),
    description: textOf(symbol.getDocumentationComment(checker)),
    type: method ? signatureOf(checker, type) : readable(declaration, typeText(checker, type)),
    tag: (name) => tags.find((tag) => tag.name === name)?.text,
    file: declaration?.getSourceFile().fileName ?? '',
  };
}

/** What is written says more than what it spells out: `Ref<…>`, the name of an event's detail, a table of texts. */
function readable(declaration, text) {
  const written = (declaration?.type?.getText() ?? '').replace(/ \| undefined$/, '');
  return /^(Ref|CustomEvent)</.test(written) || (written && text.length > LONGEST_TYPE) ? written : text;
}

function signatureOf(checker, type) {
  return checker
    .signatureToString(type.getCallSignatures()[0], undefined, TYPE_FORMAT)
    .replace(/(\?: [^,)]+) \| undefined/g, '$1');
}

/** Without `undefined`, which “optional” says already. */
function typeText(checker, type) {
  const parts = type.isUnion() ? type.types.filter(({ flags }) => !(flags & HIDDEN_TYPE)) : [type];
  if (type.isUnion() && type.aliasSymbol && parts.length === type.types.length) {
    return type.aliasSymbol.name;
  }
  const words = parts.map((part) => checker.typeToString(part, undefined, TYPE_FORMAT));
  const merged = words.includes('true') && words.includes('false') ? ['boolean', ...words] : words;
  const shown = merged.filter((word) => !merged.includes('boolean') || (word !== 'true' && word !== 'false'));
  return shown
    .map((word) => (shown.length > 1 && word.includes('=>') && !word.startsWith('(') ? `(${word})` : word))
    .map((word) => (shown.length > 1 && /^\(.*\) => /.test(word) ? `(${word})` : word))
    .join(' | ');
}

function textOf(parts) {
  return ts
    .displayPartsToString(parts ?? [])
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

import type { Answer } from './answer';
import { GraphError } from './graph-error';
import { unknownPath } from './not-emulated';
import type { Need } from './scopes';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One call that the service knows. `C` is what has been found out before it is handled. */
export interface Route<C> {
  readonly method: Method;
  /** Segments in lower case: `{}` takes any one, `name()` a function with or without arguments. */
  readonly path: string;
  readonly needs: Need;
  /** In resource units (protocol 7.4). */
  readonly cost: number | ((url: URL, args: readonly string[]) => number);
  /** The body goes on as it comes. Elsewhere it has been read before anything is looked up: what was found stays true. */
  readonly streams?: true;
  /** `args` are what `{}` and `()` took, in their order. */
  readonly handle: (call: C, args: readonly string[]) => Answer | Promise<Answer>;
}

export interface FoundRoute<C> {
  readonly route: Route<C>;
  readonly args: readonly string[];
}

/** @throws GraphError 405 where only the method is wrong, 400 where nothing has this path. */
export function findRoute<C>(
  routes: readonly Route<C>[],
  method: string,
  segments: readonly string[],
): FoundRoute<C> {
  const wanted = method === 'HEAD' ? 'GET' : method;
  let known = false;
  for (const route of routes) {
    const args = match(route.path, segments);
    if (args === undefined) continue;
    if (route.method === wanted) return { route, args };
    known = true;
  }
  throw known ? methodNotAllowed() : unknownPath(segments);
}

function match(path: string, segments: readonly string[]): string[] | undefined {
  const patterns = path === '' ? [] : path.split('/');
  if (patterns.length !== segments.length) return undefined;
  const args: string[] = [];
  for (const [index, pattern] of patterns.entries()) {
    const segment = segments[index] ?? '';
    if (pattern === '{}') args.push(segment);
    else if (pattern.endsWith('()')) {
      const inside = argumentsOf(pattern.slice(0, -2), segment);
      if (inside === undefined) return undefined;
      args.push(inside);
    } else if (pattern !== segment.toLowerCase()) return undefined;
  }
  return args;
}

/** What stands in the brackets of `name(…)`; plain `name` has empty ones. */
function argumentsOf(name: string, segment: string): string | undefined {
  const head = segment.slice(0, name.length).toLowerCase();
  const rest = segment.slice(name.length);
  if (head !== name || (rest !== '' && !(rest.startsWith('(') && rest.endsWith(')')))) return undefined;
  return rest.slice(1, -1);
}

/** The text given to a function: `q='it''s'`. */
export function textArgument(args: string, name: string): string | undefined {
  const [, found, text] = /^\s*(\w+)\s*=\s*'(.*)'\s*$/s.exec(args) ?? [];
  return found?.toLowerCase() === name ? text?.replaceAll("''", "'") : undefined;
}

function methodNotAllowed(): GraphError {
  return new GraphError(
    405,
    'Request_BadRequest',
    'Specified HTTP method is not allowed for the request target.',
  );
}

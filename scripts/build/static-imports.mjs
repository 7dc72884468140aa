/** The file names of a chunk and of all that it imports statically: what must be there before it runs. */
export function staticImports(name, chunks, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const next of chunks[name]?.imports ?? []) staticImports(next, chunks, found);
  return found;
}

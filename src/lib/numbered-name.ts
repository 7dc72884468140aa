/** "report.pdf", 1 → "report 1.pdf", the service's own pattern. 0 gives the name exactly as it is. */
export function numberedName(name: string, number: number): string {
  if (number === 0) return name;
  const dot = name.lastIndexOf('.');
  const base = dot > 0 ? name.slice(0, dot) : name;
  return `${base} ${number}${name.slice(base.length)}`;
}

/** What a request prefers, as it wrote it. */
export function preferences(request: Request): string[] {
  const header = request.headers.get('prefer') ?? '';
  return header.split(/[,;]/).map((each) => each.trim());
}

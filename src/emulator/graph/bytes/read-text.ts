import type { Content } from '../model/content';

/** The beginning of a file as text, and whether that is all of it. */
export async function readText(
  content: Content,
  most: number,
): Promise<{ readonly text: string; readonly whole: boolean }> {
  const end = Math.min(content.size, most);
  const text = await new Response(content.open(0, end)).text();
  return { text, whole: end === content.size };
}

/** The fenced blocks of a page that are written in a language, in their order. */
export function codeBlocks(page: string, language: string): string[] {
  const blocks = page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm);
  return [...blocks].filter(([, found]) => found === language).map(([, , text = ""]) => text);
}

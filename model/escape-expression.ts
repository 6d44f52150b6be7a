/** A text as a regular expression that matches only it, for RE2 and JavaScript alike. */
export function escapeExpression(text: string): string {
  return text.replaceAll(/[\\^$.|?*+()[\]{}]/g, "\\$&");
}

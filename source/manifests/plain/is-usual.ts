/** Whether a letter may stand in any text and means nothing there: it is no control, no half of a pair, no kind of break. */
export function isUsual(code: number): boolean {
  if (code < 0x7f) return code >= 0x20;
  if (code < 0xd800) return code >= 0xa0 && code !== 0x2028 && code !== 0x2029;
  return code >= 0xe000 && code < 0xfffe && code !== 0xfeff;
}

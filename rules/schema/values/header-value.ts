/** A value of a header: no control characters, and each `%` begins a variable, ends one, or is doubled. */
export function headerValueProblem(value: string): string | undefined {
  const control = /\p{Cc}/u.test(value.replace(/[\t\u0080-\u009f]/g, ""));
  if (control) return "the value of the header has a control character";
  return hasOpenVariable(value)
    ? `the value ${JSON.stringify(value)} has a \`%\` that neither begins nor ends a variable; write \`%%\` for the sign itself`
    : undefined;
}

function hasOpenVariable(value: string): boolean {
  let rest = value;
  for (;;) {
    const start = rest.indexOf("%");
    if (start < 0) return false;
    if (rest[start + 1] === "%") {
      rest = rest.slice(start + 2);
      continue;
    }
    const length = variableLength(rest.slice(start + 1));
    if (length === undefined) return true;
    rest = rest.slice(start + 1 + length);
  }
}

/** Length of `NAME%` or `NAME(arguments)%`, its `%` included. */
function variableLength(text: string): number | undefined {
  const plain = /^[^%(]*%/.exec(text);
  if (plain !== null) return plain[0].length;
  const json = /^[^%(]*\( *\[(?: *"(?:\\[\s\S]|[^\\")])*" *,?)* *\] *\) *%/.exec(text);
  const bare = /^[^%(]*\( *[^ [](?:\\[\s\S]|[^\\)"])*\) *%/.exec(text);
  return (json ?? bare)?.[0].length;
}

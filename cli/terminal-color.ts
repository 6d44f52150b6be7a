/** Whether to write colours to a stream: only to a terminal that has them, and never when `NO_COLOR` is set. */
export function terminalColor(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  const noColor = environment["NO_COLOR"];
  if (noColor !== undefined && noColor !== "") return false;
  return stream.isTTY === true && environment["TERM"] !== "dumb";
}

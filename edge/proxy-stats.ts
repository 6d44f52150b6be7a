/** Statistics of a proxy by name: numbers and texts. */
export type ProxyStats = ReadonlyMap<string, string>;

/**
 * Reads the statistics whose names match, from the admin interface on this machine; `undefined` where no proxy
 * listens. At most two seconds.
 *
 * @param filter regular expression in RE2 syntax
 */
export async function readStats(
  adminPort: number,
  filter: string,
): Promise<ProxyStats | undefined> {
  const url = `http://127.0.0.1:${String(adminPort)}/stats?filter=${encodeURIComponent(filter)}`;
  const response = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(
    (error: unknown) => {
      if (isRefused(error)) return undefined;
      throw error;
    },
  );
  if (response === undefined) return undefined;
  const lines = (await response.text()).split("\n").filter((line) => line.includes(": "));
  return new Map(lines.map(readLine));
}

/** `name: 12` or `name: "text"`; a name may itself hold a colon, but no blank after it. */
function readLine(line: string): readonly [string, string] {
  const at = line.indexOf(": ");
  return [line.slice(0, at), line.slice(at + 2).replace(/^"(.*)"$/, "$1")];
}

function isRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause && cause.code === "ECONNREFUSED";
}

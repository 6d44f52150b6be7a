export const unixPrefix = "unix://";

/** The path of a Unix domain socket, without `unix://`. */
export function unixAddressProblem(path: string): string | undefined {
  if (path === "") return "the path of the Unix domain socket is empty";
  return path.startsWith("@") || (path.startsWith("/") && !path.endsWith("/"))
    ? undefined
    : `${JSON.stringify(path)} is not the absolute path of a socket`;
}

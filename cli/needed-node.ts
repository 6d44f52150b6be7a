/** The oldest Node that runs the published package, as `engines` of package.json says. */
const needed = [22, 13] as const;

/**
 * What is wrong with the Node that runs this; undefined where it is new enough. npm only warns of `engines`, and without
 * this an old Node fails with a syntax error somewhere inside.
 */
export function nodeProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return undefined;
  return `heddle: Node ${needed.join(".")} or newer is needed, and this is ${version}`;
}

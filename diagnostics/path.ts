/** One step into the author's data: a key or an index. */
export type PathSegment = string | number;

/** Where in the author's data something is said, from the root: `["routes", "cart", "split"]`. */
export type Path = readonly PathSegment[];

/** Prints a path as the author would write it: `routes.cart.rules[0]`, quoting keys that are not plain words. */
export function printPath(path: Path): string {
  let text = "";
  for (const segment of path) {
    if (typeof segment === "number") text += `[${String(segment)}]`;
    else if (/^[\w-]+$/.test(segment)) text += text === "" ? segment : `.${segment}`;
    else text += `[${JSON.stringify(segment)}]`;
  }
  return text === "" ? "(root)" : text;
}

import { isAlias, isMap, isNode, isScalar, isSeq, type Pair } from "yaml";
import type { YAMLMap, YAMLSeq } from "yaml";
import type { Path } from "../../diagnostics/index.ts";
import type { Refusal } from "./text-change.ts";

/** One step of a path through a document: the map or list, and what it holds there. */
export interface Step {
  readonly container: YAMLMap | YAMLSeq;
  readonly index: number;
  /** Where the container is a map. */
  readonly pair?: Pair;
  readonly value: unknown;
}

/** How far a path is written. */
export interface Walk {
  readonly steps: readonly Step[];
  /** Where the steps end. */
  readonly node: unknown;
  /** The rest of the path, which is not written. */
  readonly missing: Path;
}

/** Follows a path through the text of a document; refuses where somebody else's text would be changed with it. */
export function walkPath(root: unknown, path: Path): Walk | Refusal {
  const steps: Step[] = [];
  let node = root;
  for (const [depth, key] of path.entries()) {
    if (isAlias(node)) return { reason: "an alias stands there" };
    const step = stepTo(node, key);
    if (step === undefined) return { steps, node, missing: path.slice(depth) };
    steps.push(step);
    node = step.value;
  }
  return isAlias(node) ? { reason: "an alias stands there" } : { steps, node, missing: [] };
}

function stepTo(node: unknown, key: string | number): Step | undefined {
  if (isSeq(node)) {
    const index = Number(key);
    const value = node.items[index];
    return value === undefined ? undefined : { container: node, index, value };
  }
  if (!isMap(node)) return undefined;
  const index = node.items.findIndex((each) => keyOf(each) === String(key));
  const pair = node.items[index];
  return pair === undefined ? undefined : { container: node, index, pair, value: pair.value };
}

/** The name of an entry. */
export function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : String(key);
}

/** Where a node starts. */
export function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

/** Where the last character of a node ends, without the comments and the space behind it. */
export function endOf(node: unknown): number | undefined {
  if (isMap(node) && node.flow !== true && node.items.length > 0) {
    const last = node.items.at(-1);
    return endOf(last?.value) ?? endOf(last?.key);
  }
  if (isSeq(node) && node.flow !== true && node.items.length > 0) return endOf(node.items.at(-1));
  return isNode(node) ? node.range?.[1] : undefined;
}

/** Whether a node carries a name or a tag, which would be lost with it. */
export function isMarked(node: unknown): boolean {
  return isNode(node) && ("anchor" in node || "tag" in node)
    ? (node as { readonly anchor?: string }).anchor !== undefined || node.tag !== undefined
    : false;
}

import type { Operation, Rewrite, TextMatch } from "../../model/index.ts";
import { startOf } from "../../model/under-path.ts";
import type { RouteRuleNode, RuleMatch, ServiceId } from "../graph.ts";
import { holdsText } from "./holds-text.ts";

export interface RuleCaller {
  /** Undefined for a gateway. */
  readonly id?: ServiceId;
  /** What it may do at the service that it calls; none means everything. */
  readonly operations: readonly Operation[];
}

/**
 * What a caller of a service may do at another one that a rule leads to: what it may do here as far as the rule takes it,
 * with the path that is sent on. By method and path; of an expression by the text that it starts with. None means
 * everything, `undefined` that the rule takes nothing of this caller's.
 */
export function operationsOfRule(
  rule: Pick<RouteRuleNode, "matches" | "callers" | "actions">,
  { id, operations }: RuleCaller,
): readonly Operation[] | undefined {
  const { callers, actions } = rule;
  if (!isFor(callers, id)) return undefined;
  const matches: readonly RuleMatch[] =
    rule.matches.length === 0 ? [{ headers: {} }] : rule.matches;
  const found = matches
    .filter(({ sources }) => isFor(sources, id))
    .flatMap((match) =>
      (operations.length === 0 ? [anything] : operations).flatMap((each) => {
        const both = narrowed(each, match);
        return both === undefined ? [] : [sentOn(both, match, actions?.rewrite)];
      }),
    );
  if (found.length === 0) return undefined;
  if (found.some(({ methods, paths }) => methods.length === 0 && paths.length === 0)) return [];
  const byText = new Map(found.map((each) => [JSON.stringify(each), each]));
  return [...byText.values()];
}

/** Whether something that is for these services is for this one, or for a gateway. */
export function isFor(
  sources: readonly ServiceId[] | undefined,
  id: ServiceId | undefined,
): boolean {
  return sources === undefined || (id !== undefined && sources.includes(id));
}

const anything: Operation = { hosts: [], ports: [], methods: [], paths: [] };

/** What an operation and a match both hold for; `undefined` where that is nothing. */
function narrowed(operation: Operation, { method, path }: RuleMatch): Operation | undefined {
  const { methods } = operation;
  if (method !== undefined && methods.length > 0 && !methods.includes(method)) return undefined;
  const matched = textOf(path);
  const paths =
    matched === undefined
      ? operation.paths
      : operation.paths.length === 0
        ? [matched]
        : operation.paths.flatMap((each) => common(each, matched) ?? []);
  if (paths.length === 0 && operation.paths.length > 0) return undefined;
  return { ...operation, methods: method === undefined ? methods : [method], paths };
}

/** A path as access can say it; `undefined` where that is any path. */
function textOf(path: RuleMatch["path"]): TextMatch | undefined {
  if (path === undefined) return undefined;
  const text: TextMatch =
    path.kind === "regex"
      ? { kind: "prefix", value: startOf(path.value) }
      : { kind: path.kind, value: path.value };
  return text.kind === "prefix" && ["", "/"].includes(text.value) ? undefined : text;
}

/** The narrower of two texts; `undefined` where no text fits both. */
function common(one: TextMatch, other: TextMatch): TextMatch | undefined {
  if (holdsText(one, other)) return other;
  return holdsText(other, one) ? one : undefined;
}

/** The service behind a rewrite sees what was written. */
function sentOn(
  operation: Operation,
  { path }: RuleMatch,
  rewrite: Rewrite | undefined,
): Operation {
  const { path: written } = rewrite ?? {};
  if (written === undefined) return operation;
  if (written.kind === "full")
    return { ...operation, paths: [{ kind: "exact", value: written.value }] };
  const below: TextMatch = { kind: "prefix", value: written.value };
  const paths = operation.paths.map(({ kind, value }): TextMatch => ({
    kind,
    value: `${written.value}${value.slice(path?.value.length)}`,
  }));
  const all = paths.length === 0 ? [below] : paths;
  const isOpen = all.some(({ kind, value }) => kind === "prefix" && value === "/");
  return { ...operation, paths: isOpen ? [] : all };
}

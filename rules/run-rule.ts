import { printPath, type Path } from "../diagnostics/index.ts";
import type { Graph, Origin } from "../graph/graph.ts";
import type { UnknownValue } from "../graph/lift-graph.ts";
import { overlaps } from "../graph/lift/match-place.ts";
import { perGraph } from "../graph/objects/per-graph.ts";
import type { ChangeRule, Finding, Rule, RuleHead } from "./rule.ts";

/** A graph, and what could not be put into it. */
export type CheckedGraph = Graph & {
  readonly unknowns?: readonly UnknownValue[];
  /** The namespaces that could be read, where not all could. */
  readonly seen?: ReadonlySet<string>;
};

/** The mesh as it is deployed now, and as it will be, with what could not be put into each. */
export interface CheckedChange {
  readonly before: CheckedGraph;
  readonly after: CheckedGraph;
}

type Find = (finding: Finding) => void;

/** Everything that one rule says of a graph. */
export function runRule(graph: CheckedGraph, rule: Rule): readonly Finding[] {
  return settle([graph], rule, (find) => {
    rule.check(graph, find);
  });
}

/** Everything that one rule of changes says. What is open in one of the states leaves the comparison open. */
export function runChangeRule(change: CheckedChange, rule: ChangeRule): readonly Finding[] {
  return settle([change.after, change.before], rule, (find) => {
    rule.check(change, find);
  });
}

/**
 * The three values are settled here, for all rules alike: a needed value that is not known gives `unknown`, and so does
 * a fault that rests on the absence of something not known, or that a rule over objects finds at a place with such a
 * value.
 */
function settle(
  graphs: readonly CheckedGraph[],
  rule: RuleHead,
  check: (find: Find) => void,
): readonly Finding[] {
  const unknowns = graphs.flatMap((graph) => graph.unknowns ?? []);
  const hidden = new Set(unknowns.filter((each) => each.missing).map((each) => each.fact));
  const findings: Finding[] = [];
  check((finding) => {
    const absent = finding.absent?.some((fact) => hidden.has(fact)) ?? false;
    const unseen = graphs.some((graph) => mayBeUnseen(graph, finding));
    const uncertain =
      absent || unseen || graphs.some((graph) => isOpen(graph, rule, finding.origin));
    findings.push(uncertain ? { ...finding, outcome: "unknown" } : finding);
  });
  const places = new Map<string, Finding>();
  for (const each of unknowns) {
    if (!rule.needs.includes(each.fact)) continue;
    const finding = undecided(each);
    places.set(`${each.origin.source} ${finding.message}`, finding);
  }
  return [...findings, ...places.values()];
}

/** Whether what a finding misses can be in a namespace that could not be read. */
function mayBeUnseen({ seen }: CheckedGraph, { absent, within }: Finding): boolean {
  if (seen === undefined || absent === undefined) return false;
  return within === undefined || !seen.has(within);
}

/** Whether a rule over objects found its fault at a place that has, or lies in, a value that is not known. */
function isOpen(graph: CheckedGraph, { reads }: RuleHead, origin: Origin): boolean {
  // Rules over nodes name the facts that they need; those over objects see an unknown value as an absent one.
  const places = openPlaces(graph);
  if (places.size === 0 || !reads.includes("objects")) return false;
  return places.get(keyOf(origin))?.some((each) => overlaps(each, origin.path)) ?? false;
}

const openPlaces = perGraph(({ objects }) => {
  const open = new Map<string, readonly Path[]>();
  for (const each of objects) {
    if (each.unresolved.length > 0) open.set(keyOf(each.origin()), each.unresolved);
  }
  return open;
});

function keyOf({ urn, source }: Origin): string {
  return urn ?? source;
}

function undecided({ cause, origin }: UnknownValue): Finding {
  const place = origin.path.length === 0 ? "the object" : `\`${printPath(origin.path)}\``;
  return cause === "unresolved"
    ? {
        outcome: "unknown",
        origin,
        message: `${place} of ${origin.source} is not known before the deploy`,
        fix: "use a plain value, which can be checked in the preview",
      }
    : {
        outcome: "unknown",
        origin,
        message: `${origin.source} could not be read`,
        fix: "correct what is reported as HED2010",
      };
}

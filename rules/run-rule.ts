import { printPath } from "../diagnostics/index.ts";
import type { Graph } from "../graph/graph.ts";
import type { UnknownValue } from "../graph/lift-graph.ts";
import type { Finding, Rule } from "./rule.ts";

/** A graph, and what could not be put into it. */
export type CheckedGraph = Graph & { readonly unknowns?: readonly UnknownValue[] };

/**
 * Everything that one rule says of a graph. The three values are settled here, for all rules alike: a needed value
 * that is not known gives `unknown`, and so does a fault that rests on the absence of something not known.
 */
export function runRule(graph: CheckedGraph, rule: Rule): readonly Finding[] {
  const unknowns = graph.unknowns ?? [];
  const hidden = new Set(unknowns.filter((each) => each.missing).map((each) => each.fact));
  const findings: Finding[] = [];
  rule.check(graph, (finding) => {
    const uncertain = finding.absent?.some((fact) => hidden.has(fact)) ?? false;
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

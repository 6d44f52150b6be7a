import type { Edit, Path } from "../../diagnostics/index.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { perObject } from "../../graph/objects/per-object.ts";
import { overlaps } from "../../graph/lift/match-place.ts";
import type { Finding } from "../rule.ts";
import { checkAnnotations } from "./checks/annotations.ts";
import type { Decoding, Field, ReadProblem } from "./read/decoding.ts";
import { createPlace, type Fault, type Place } from "./place.ts";

/** One kind of object, as Istio reads and validates it. */
export interface SchemaKind {
  /** `group/Kind`. */
  readonly type: string;
  /** Reads an object and checks it; worked out once an object. */
  readonly verdict: (object: KubernetesObject) => Verdict;
  /** Places of which other rules say what the definition says, in better words. */
  readonly told?: (object: KubernetesObject) => ReadonlySet<string>;
}

export interface Verdict {
  /** Values of the wrong type and unknown fields. */
  readonly problems: readonly ReadProblem[];
  readonly faults: readonly Fault[];
}

/** What a check knows of the object beside its spec. */
export interface Subject {
  readonly name: string;
  /** As stated; empty where the object says none. */
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

const nothing: Verdict = { problems: [], faults: [] };

/** A kind by its type (`group/Kind`), the versions that are served, its fields and its checks. */
export function defineKind<Spec>(kind: {
  readonly type: string;
  readonly versions: readonly string[];
  readonly spec: Field<Spec>;
  readonly check: (spec: Spec, place: Place, subject: Subject) => void;
  /** The action of a policy that can be tried, as `istio.io/dry-run`. */
  readonly tried?: (spec: Spec) => string;
}): SchemaKind {
  const verdict = perObject((object): Verdict => {
    if (!kind.versions.includes(object.version)) return nothing;
    const decoding: Decoding = { path: ["spec"], problems: [], served: true };
    const spec = kind.spec(object.raw["spec"], decoding);
    const { problems } = decoding;
    // What cannot be read is refused as a whole: nobody gets to see its other faults.
    if (spec === undefined || problems.some((each) => each.kind === "type")) {
      return { problems, faults: [] };
    }
    const faults: Fault[] = [];
    const { name, statedNamespace: namespace = "", labels } = object;
    kind.check(spec, createPlace("spec", faults), { name, namespace, labels });
    const annotations = createPlace("metadata", faults).at("annotations");
    checkAnnotations(object.annotations, annotations, kind.tried?.(spec));
    const unknown = faults.flatMap(({ severity, fix = "remove it", ...fault }): ReadProblem[] =>
      severity === "unknown" ? [{ ...fault, kind: severity, fix }] : [],
    );
    problems.push(...unknown);
    return problems.length + faults.length === 0 ? nothing : { problems, faults };
  });
  return { type: kind.type, verdict };
}

/** The check of a rule that reports the faults of one severity in all objects of a kind. */
export function reportFaults(
  { type, verdict }: SchemaKind,
  severity: Fault["severity"],
): (graph: ObjectGraph, find: (finding: Finding) => void) => void {
  return (graph, find) => {
    for (const object of objectsOf(graph, type)) {
      for (const fault of verdict(object).faults) {
        if (fault.severity !== severity) continue;
        const finding = toFinding(object, fault);
        find(fault.own === true ? { ...finding, covers: [] } : finding);
      }
    }
  };
}

/** A finding about a place of an object; undecided where the place holds a value that is not known yet. */
export function toFinding(
  object: KubernetesObject,
  {
    path,
    message,
    fix,
    edits,
  }: {
    readonly path: Path;
    readonly message: string;
    readonly fix?: string;
    readonly edits?: readonly Edit[];
  },
): Finding {
  const open = object.unresolved.some((each) => overlaps(each, path));
  const names = [object.kind.toLowerCase(), ...path.filter((step) => typeof step === "string")];
  return {
    outcome: open ? "unknown" : "fail",
    origin: object.origin(asWritten(path, object.raw)),
    message,
    fix: fix ?? `correct it; \`kubectl explain ${names.join(".")}\` describes the field`,
    ...(edits === undefined ? {} : { edits }),
  };
}

/** The path with the names that the author used, who may have written them as Protobuf does. */
function asWritten(path: Path, raw: unknown): Path {
  let value: unknown = raw;
  return path.map((step) => {
    const record = value as Readonly<Record<string | number, unknown>> | null | undefined;
    const snake = String(step).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const name = record?.[step] === undefined && record?.[snake] !== undefined ? snake : step;
    value = record?.[name];
    return name;
  });
}

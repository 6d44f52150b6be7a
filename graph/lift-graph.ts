import type { z } from "zod";
import type { Diagnostic, Path, Report } from "../diagnostics/index.ts";
import { onlyClose } from "../model/closest.ts";
import type { Origin, WorkloadNode } from "./graph.ts";
import { findUnresolved } from "./lift/find-unresolved.ts";
import { emptyParts, type GraphParts } from "./lift/graph-parts.ts";
import type { LiftedGraph, LiftedManifest } from "./lift/lifted-graph.ts";
import type { DecidingPlace, Lifter } from "./lift/lifter.ts";
import { lifterFor } from "./lift/lifters.ts";
import { overlaps } from "./lift/match-place.ts";
import { ObjectContext, type Lifting } from "./lift/object-context.ts";
import type { UnknownValue } from "./lift/unknown-value.ts";
import type { Manifest } from "./manifest.ts";
import { createObject } from "./objects/create-object.ts";
import type { KubernetesObject } from "./objects/kubernetes-object.ts";
import { madeByOthers } from "./objects/made-by-others.ts";
import { rootNamespace } from "./objects/mesh-config.ts";

export type { LiftedGraph, LiftedManifest } from "./lift/lifted-graph.ts";
export { facts, type Fact, type UnknownValue } from "./lift/unknown-value.ts";

/**
 * Reads the graph from manifests that nobody wrote with Heddle: Kubernetes and Istio objects of any served version.
 * An object that cannot be read is reported and the rest is still lifted; a value that is not known before the deploy
 * is a fact of the graph (`unknowns`). Calls are not in manifests: join them from a model.
 */
export function liftGraph(manifests: readonly LiftedManifest[], report: Report): LiftedGraph {
  const parts = emptyParts();
  const read = manifests.map(readObject);
  parts.objects.push(...read.map(({ object }) => object));
  // Where policies hold for the whole mesh is said by one of the objects.
  const lifting = { parts, report, rootNamespace: rootNamespace(parts) };
  const made = madeByOthers(parts.objects);
  for (const each of read) {
    // A pod counts once: where the Deployment that it comes from is there, by that.
    const owner = made.get(each.object);
    if (owner !== undefined && hasLifter(owner)) continue;
    liftObject(each, lifting);
  }
  const { injection, portModes, ...graph } = parts;
  addPortModes(portModes, graph.receiverModes);
  return { ...graph, workloads: parts.workloads.map((each) => withInjection(each, injection)) };
}

function withInjection(
  workload: WorkloadNode,
  injection: ReadonlyMap<string, boolean>,
): WorkloadNode {
  const inMesh = workload.inMesh ?? injection.get(workload.namespace);
  return inMesh === undefined ? workload : { ...workload, inMesh };
}

interface ReadObject {
  readonly object: KubernetesObject;
  /** The manifest without the values that are not known. */
  readonly known: unknown;
}

function readObject({ manifest, origin }: LiftedManifest): ReadObject {
  // What is written in a file is all known; only a stack has values that are not.
  const isFile = origin.locate !== undefined && origin.urn === undefined;
  if (isFile) return { object: createObject(manifest, origin), known: manifest };
  const { known, unresolved } = findUnresolved(manifest);
  return { object: createObject(known as Manifest, origin, unresolved), known };
}

function hasLifter({ group, version, kind }: KubernetesObject): boolean {
  return lifterFor(`${group}/${version}`, kind) !== undefined;
}

function liftObject({ object, known }: ReadObject, lifting: Lifting): void {
  const lifter = lifterFor(`${object.group}/${object.version}`, object.kind);
  if (lifter === undefined) return;
  const { unresolved } = object;
  const { parts, report } = lifting;
  const context = new ObjectContext(object, lifting);
  const nameless = unresolved.some(isName);
  const found = nameless ? [] : lifter.lift(known, context);
  // Most objects are known in full and can be read.
  if (unresolved.length === 0 && found.length === 0) return;
  const place = (path: Path): Origin => object.origin(path);
  // A part that is not known yet is missing for now; that is no fault of the object.
  const issues = found.filter((issue) => !context.isUnresolved(readPath(issue)));
  const lost = nameless || (issues.length === 0 && found.length > 0);
  parts.unknowns.push(
    ...unresolved.flatMap((path) => undecidedBy(path, lost, lifter, place)),
    ...(issues.length > 0 ? lifter.places.map((each) => unreadable(each, place)) : []),
  );
  for (const issue of issues) {
    report.add(unreadableAt(object, issue));
  }
}

/** Modes of ports get the mode that the workload's other ports have: of its namespace, else of the mesh. */
function addPortModes(
  portModes: GraphParts["portModes"],
  receiverModes: GraphParts["receiverModes"],
): void {
  const stated = [...receiverModes];
  for (const { node, leaveOut } of portModes) {
    const { scope } = node;
    const inherited =
      stated.find(
        (each) =>
          scope.kind === "workload" &&
          each.scope.kind === "namespace" &&
          each.scope.namespace === scope.namespace,
      ) ?? stated.find((each) => each.scope.kind === "mesh");
    if (inherited === undefined || scope.kind !== "workload") leaveOut();
    else receiverModes.push({ ...node, mode: inherited.mode });
  }
}

/** What an unresolved place leaves open: where the whole object is lost, all that its kind says. */
function undecidedBy(
  path: Path,
  lost: boolean,
  lifter: Lifter,
  place: (path: Path) => Origin,
): UnknownValue[] {
  return lifter.places
    .filter((each) => lost || overlaps(each.path, path))
    .map(({ fact, missing }) => ({
      fact,
      origin: place(path),
      cause: "unresolved",
      missing: lost || missing,
    }));
}

function readPath({ path }: z.core.$ZodIssue): Path {
  return path.map((step) => (typeof step === "symbol" ? String(step) : step));
}

/** Whether an object cannot be told apart from others without the value at this place. */
function isName([first, second]: Path): boolean {
  return (
    first === "metadata" && (second === undefined || second === "name" || second === "namespace")
  );
}

function unreadable({ fact }: DecidingPlace, place: (path: Path) => Origin): UnknownValue {
  return { fact, origin: place([]), cause: "unreadable", missing: true };
}

function unreadableAt(object: KubernetesObject, issue: z.core.$ZodIssue): Diagnostic {
  const path = readPath(issue);
  const { source, position, object: resource } = object.origin(path);
  const field = [object.kind.toLowerCase(), ...path.filter((step) => typeof step === "string")];
  return {
    code: "HED2010",
    severity: "error",
    path,
    message: `${source} cannot be read: ${lowerFirst(issue.message)}`,
    fix: `correct the object; \`kubectl explain ${field.join(".")}\` shows what is allowed`,
    ...meantWord(issue, path, object.raw),
    // Istio does not read it either, and its analysis says so in these words.
    ...(object.group.endsWith("istio.io") ? { covers: ["IST0106"] } : {}),
    subject: source,
    ...(resource === undefined ? {} : { resource }),
    ...(position === undefined ? {} : { position }),
  };
}

/** A misspelt word of a list, where only one word of it is near. */
function meantWord(issue: z.core.$ZodIssue, path: Path, raw: unknown): Pick<Diagnostic, "edits"> {
  if (issue.code !== "invalid_value") return {};
  let got = raw;
  for (const step of path) got = (got as Record<string | number, unknown> | undefined)?.[step];
  const words = issue.values.filter((each) => typeof each === "string");
  const meant = typeof got === "string" ? onlyClose(got, words) : undefined;
  return meant === undefined ? {} : { edits: [{ kind: "set", path, value: meant }] };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

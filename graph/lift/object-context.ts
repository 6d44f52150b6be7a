import type { Path, Report } from "../../diagnostics/index.ts";
import type { Graph, Origin, ReceiverModeNode } from "../graph.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import type { GraphParts } from "./graph-parts.ts";
import type { LiftContext } from "./lifter.ts";
import { overlaps } from "./match-place.ts";

/** A graph that is being filled, where to report, and the namespace whose policies hold for the whole mesh. */
export interface Lifting {
  readonly parts: GraphParts;
  readonly report: Report;
  readonly rootNamespace: string;
}

/** What the lifter of one object can do. A class: there is one for every object, and seldom is more than one word used. */
export class ObjectContext implements LiftContext {
  readonly name: string;
  readonly namespace: string;
  readonly #object: KubernetesObject;
  readonly #lifting: Lifting;

  constructor(object: KubernetesObject, lifting: Lifting) {
    this.name = object.name;
    this.namespace = object.namespace;
    this.#object = object;
    this.#lifting = lifting;
  }

  get rootNamespace(): string {
    return this.#lifting.rootNamespace;
  }

  origin(path: Path): Origin {
    return this.#object.origin(path);
  }

  isUnresolved(path: Path): boolean {
    return this.#object.unresolved.some((each) => overlaps(each, path));
  }

  add<Kind extends keyof Graph>(kind: Kind, node: Graph[Kind][number]): void {
    (this.#lifting.parts[kind] as (typeof node)[]).push(node);
  }

  addPortModes(node: Omit<ReceiverModeNode, "mode">): void {
    const problem = "ports are only compared where a mode is set for the workload or above it";
    this.#lifting.parts.portModes.push({
      node,
      leaveOut: () => {
        this.leaveOut(["spec", "portLevelMtls"], problem);
      },
    });
  }

  setInjection(namespace: string, injected: boolean): void {
    this.#lifting.parts.injection.set(namespace, injected);
  }

  leaveOut(path: Path, message: string): void {
    const { source, position, object } = this.origin(path);
    this.#lifting.report.add({
      code: "HED2011",
      severity: "info",
      path,
      message: `${source}: ${message}`,
      subject: source,
      undecided: true,
      ...(object === undefined ? {} : { resource: object }),
      ...(position === undefined ? {} : { position }),
    });
  }
}

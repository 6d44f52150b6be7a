import type { Path } from "../../diagnostics/index.ts";
import type { Origin } from "../graph.ts";
import type { Answer } from "./per-object.ts";
import type { StackFacts } from "./stack-facts.ts";

/** One object of Kubernetes or Istio as it was read: what rules over manifests look at. */
export interface KubernetesObject {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** `group/Kind`, as lifters name kinds: `/Service`, `networking.istio.io/VirtualService`. */
  readonly type: string;
  readonly name: string;
  /** As written; undefined where the object says none. */
  readonly statedNamespace: string | undefined;
  /** As written, else `default`; means nothing for a kind that lives in no namespace. */
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** The whole object as read. Take the part that is needed with a reader of `graph/kinds`. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Places whose value is not known before the deploy; empty for what comes from a file. */
  readonly unresolved: readonly Path[];
  /** What Pulumi keeps of it, where it comes from a stack. */
  readonly stack: StackFacts | undefined;
  /** What was worked out of it last, and before that; only `perObject` reads and writes it. */
  lastAnswer: Answer | undefined;
  /** Place inside this object, for findings. */
  origin(path?: Path): Origin;
}

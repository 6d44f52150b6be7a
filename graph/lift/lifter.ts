import type { z } from "zod";
import type { Path } from "../../diagnostics/index.ts";
import type { Graph, Origin, ReceiverModeNode } from "../graph.ts";
import { withoutNulls } from "../kinds/without-nulls.ts";
import type { Fact } from "./unknown-value.ts";

/** The identity that every object has, after its defaults. */
export interface ObjectName {
  readonly name: string;
  /** `default` where the manifest names none. */
  readonly namespace: string;
}

/** What the lifter of one kind can do with the graph. */
export interface LiftContext extends ObjectName {
  /** The namespace whose policies hold for the whole mesh. */
  readonly rootNamespace: string;
  /** Place inside this object. */
  origin(path: Path): Origin;
  /** Whether something at or below this place is not known before the deploy. */
  isUnresolved(path: Path): boolean;
  add<Kind extends keyof Graph>(kind: Kind, node: Graph[Kind][number]): void;
  /** Adds the modes of a workload's ports, whose other ports have the mode of its namespace or of the mesh. */
  addPortModes(node: Omit<ReceiverModeNode, "mode">): void;
  /** Says what injection a namespace asks for. */
  setInjection(namespace: string, injected: boolean): void;
  /** Reports a part of the object that the graph does not hold. */
  leaveOut(path: Path, message: string): void;
}

/** A place whose value decides something: a path with `*` for every index or key, and what it decides. */
export interface DecidingPlace {
  readonly path: Path;
  readonly fact: Fact;
  /** Whether the node is left out without it. */
  readonly missing: boolean;
}

/** How one kind of object becomes nodes. */
export interface Lifter {
  /** `group/Kind` without the version; the core group is empty: `/Service`. */
  readonly kinds: readonly string[];
  readonly places: readonly DecidingPlace[];
  /** Puts the object into the graph; the issues say why it could not be read. */
  lift(object: unknown, context: LiftContext): readonly z.core.$ZodIssue[];
}

/** Joins a schema with the function that reads what it accepts. */
export function defineLifter<Schema extends z.ZodType>(
  definition: Omit<Lifter, "lift"> & {
    readonly schema: Schema;
    readonly lift: (object: z.output<Schema>, context: LiftContext) => void;
  },
): Lifter {
  const { schema, lift, ...rest } = definition;
  return {
    ...rest,
    lift(object, context) {
      const plain = schema.safeParse(object);
      // Most objects have no `null`: only what cannot be read is read again without.
      const read = plain.success ? plain : schema.safeParse(withoutNulls(object));
      if (!read.success) return read.error.issues;
      lift(read.data, context);
      return [];
    },
  };
}

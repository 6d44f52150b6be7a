import type { Severity } from "../diagnostics/index.ts";
import type { MeshDefinition } from "../model/index.ts";

/** Severity by rule id; `off` switches the rule off. */
export type RuleSettings = Readonly<Record<string, Severity | "off">>;

/**
 * What one environment changes: any part of the mesh except what identifies it. Maps are merged key by key, lists and
 * plain values replace, `null` removes. New services are refused: a misspelt name would otherwise become one.
 */
export type EnvironmentDefinition = Overlay<
  Omit<MeshDefinition, "apiVersion" | "name" | "trust">
> & {
  readonly trust?: Overlay<Omit<MeshDefinition["trust"], "domain">>;
  /** Severities of rules in this environment, by rule id. */
  readonly rules?: RuleSettings;
};

type Overlay<Value> = Value extends string | number | boolean | readonly unknown[]
  ? Value
  : { readonly [Key in keyof Value]?: Overlay<Value[Key]> | null };

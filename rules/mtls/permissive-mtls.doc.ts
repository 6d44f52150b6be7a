import type { RuleDoc } from "../rule.ts";

/** Text and examples of `mtls/permissive-mtls`. */
export const permissiveMtlsDoc: RuleDoc = {
  inventory: ["mtls-effective-permissive", "mtls-disabled", "mtls-port-hole"],
  what: "No workload in the mesh accepts plaintext, on any port. The mode is the effective one: port over workload over namespace over mesh. Where nothing sets it, the default of the control plane accepts both; that is a fault where the mesh is described here too (istiod, its MeshConfig or its installation, or policies of its root namespace), and cannot be decided where a policy for the whole mesh may be elsewhere.",
  why: "A permissive receiver takes requests from anybody who reaches it, without identity: access rules that name callers then match nothing or, worse, are written so that they let the nameless in.",
  fails: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example, mtls: permissive }
services:
  cart: {}
`,
  passes: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example, mtls: strict }
services:
  cart: {}
`,
};

import type { MeshDefinition, ServiceDefinition } from "./mesh-definition.ts";
import type { OfProtocol } from "./of-protocol.ts";

/**
 * Describes a mesh. The compiler checks every reference while you type: an unknown callee, a split to an unknown
 * version, a split on a service without versions and a token of an unknown provider are errors. Values (weights, durations, names) are checked by
 * `parseMesh`, with everything else that needs the whole.
 *
 * @example
 * const shop = defineMesh({
 *   name: "shop",
 *   trust: { domain: "shop.example" },
 *   services: { web: { calls: { cart: { timeout: "2s" } } }, cart: { versions: ["v1", "v2"] } },
 *   routes: { cart: { split: { v1: 90, v2: 10 } } },
 * });
 */
export function defineMesh<
  const Services extends {
    readonly [Name in keyof Services]: ServiceDefinition<
      keyof Services & string,
      Providers,
      Services
    > &
      OfProtocol<Services[Name]>;
  },
  const Providers extends string = never,
>(mesh: MeshDefinition<Services, Providers>): MeshDefinition;
export function defineMesh(mesh: MeshDefinition): MeshDefinition {
  return mesh;
}

import type { MeshDefinition, ServiceDefinition } from "./mesh-definition.ts";
import type { ProviderDefinition } from "./provider-definition.ts";
import type { OfProtocol } from "./of-protocol.ts";

declare const services: unique symbol;

/** A mesh whose names the compiler still knows, for what refers to them elsewhere: the routes of a site. */
export type DefinedMesh<Services> = MeshDefinition & { readonly [services]?: Services };

/** The services of a mesh as its author wrote them; any where the compiler does not know them. */
export type ServicesOf<Mesh> = Mesh extends { readonly [services]?: infer Services }
  ? unknown extends Services
    ? Readonly<Record<string, ServiceDefinition>>
    : Services
  : Readonly<Record<string, ServiceDefinition>>;

/**
 * Describes a mesh. The compiler checks every reference while you type: an unknown callee, a split to an unknown
 * version, a split on a service without versions, a token of an unknown provider
 * and a rule or telemetry with an unknown one, a host of its own where a service cannot have one are errors. Values (weights, durations, names) are checked by
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
      Services,
      Backends
    > &
      OfProtocol<Services[Name]>;
  },
  const Providers extends string = never,
  const Backends extends Readonly<Record<string, ProviderDefinition<keyof Services & string>>> =
    Readonly<Record<string, never>>,
>(mesh: MeshDefinition<Services, Providers, Backends>): DefinedMesh<Services>;
export function defineMesh(mesh: MeshDefinition): MeshDefinition {
  return mesh;
}

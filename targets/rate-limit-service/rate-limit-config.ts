import {
  hasGlobalLimits,
  hostServices,
  servicesOf,
  type Limit,
  type LimitUnit,
  type Mesh,
  type WorkloadService,
} from "../../model/index.ts";
import { limitName, type CountingPlace } from "./limit-name.ts";

/** Configuration of Envoy's rate limit service: what is counted, and how many of it are too many. */
export interface RateLimitConfig {
  /** Name of the mesh: one service can count for several. */
  readonly domain: string;
  readonly descriptors: readonly RateLimitDescriptor[];
}

/** An entry; one without a value has a count for each value that comes. */
export interface RateLimitDescriptor {
  readonly key: string;
  readonly value?: string;
  readonly rate_limit?: { readonly unit: LimitUnit; readonly requests_per_unit: number };
  readonly descriptors?: readonly RateLimitDescriptor[];
}

/**
 * Every limit of a mesh that instances count together, by name; `undefined` where there is none.
 * https://github.com/envoyproxy/ratelimit#configuration
 */
export function rateLimitConfig(mesh: Mesh): RateLimitConfig | undefined {
  if (mesh.globalLimits === undefined) return undefined;
  const led = new Set(
    Object.values(mesh.gateways).flatMap(({ hosts }) => hosts.flatMap(hostServices)),
  );
  const descriptors = servicesOf(mesh)
    .filter(hasGlobalLimits)
    .flatMap((service) => [
      ...(service.inMesh ? descriptorsOf(service, "instance") : []),
      ...(led.has(service.name) ? descriptorsOf(service, "gateway") : []),
    ]);
  return { domain: mesh.name, descriptors: descriptors.sort(byEntry) };
}

function byEntry(a: RateLimitDescriptor, b: RateLimitDescriptor): number {
  const [one, other] = [a, b].map(({ key, value = "" }) => `${key} ${value}`);
  return (one ?? "") < (other ?? "") ? -1 : 1;
}

function descriptorsOf(service: WorkloadService, key: CountingPlace): RateLimitDescriptor[] {
  return service.limits
    .filter(({ scope }) => scope === "global")
    .map((limit) => ({ key, value: limitName(service, limit), ...counted(limit) }));
}

function counted({ requests, per, by }: Limit): Omit<RateLimitDescriptor, "key"> {
  const rate_limit = { unit: per, requests_per_unit: requests };
  if (by === undefined) return { rate_limit };
  const key = by.kind === "header" ? "header" : "remote_address";
  return { descriptors: [{ key, rate_limit }] };
}

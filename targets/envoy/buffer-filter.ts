import type { WorkloadService } from "../../model/index.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { portOf } from "./endpoints-of.ts";
import { extension, typed, type Fields } from "./fields.ts";

const name = "envoy.filters.http.buffer";
const type = "envoy.extensions.filters.http.buffer.v3";

/** Takes in whole requests, the last thing before they are routed. */
export function bufferFilters({ buffering }: Pick<ResolvedSite, "buffering">): readonly Fields[] {
  if (buffering === undefined) return [];
  return [extension(name, `${type}.Buffer`, { max_request_bytes: buffering.maxBytes })];
}

/** What the virtual host of a service says to the filter: streams would never end. */
export function bufferConfig(
  service: WorkloadService,
  { buffering }: Pick<ResolvedSite, "buffering">,
): Fields {
  if (buffering === undefined) return {};
  const passes = portOf(service).protocol === "grpc" || buffering.except.includes(service.name);
  return passes ? { [name]: typed(`${type}.BufferPerRoute`, { disabled: true }) } : {};
}

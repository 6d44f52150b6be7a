import fc from "fast-check";
import type { DiscoveryDefinition } from "../../model/index.ts";

/** What proxies hear of. `also` goes with a scope only. */
export const discovery: fc.Arbitrary<DiscoveryDefinition> = fc.oneof(
  fc.record<DiscoveryDefinition>(
    { scope: fc.constant("all"), unknownHosts: fc.constantFrom("refuse", "pass") },
    { requiredKeys: [] },
  ),
  fc.record<DiscoveryDefinition>(
    {
      scope: fc.constant("declared-calls"),
      also: fc.subarray(["tracing/*", "tracing/collector.tracing.svc.cluster.local"]),
      unknownHosts: fc.constantFrom("refuse", "pass"),
    },
    { requiredKeys: ["scope"] },
  ),
);

import type { ResolvedSite } from "./edge-site.ts";
import { typed, type Fields } from "./fields.ts";

/** Buffers from which it is worth to know whose they are: 2 to the power of it, in bytes. */
const bigBuffer = 20;

/**
 * What the proxy does before it runs out of memory or connections, instead of falling over. Where single requests may
 * hold much, those that hold most are cut before all new ones are refused; else nobody counts what each of them holds.
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/best_practices/edge
 */
export function overloadManager(site: Pick<ResolvedSite, "limits" | "buffering">): Fields {
  const { limits } = site;
  const big = Math.max(limits.bufferBytes, site.buffering?.maxBytes ?? 0) >= 2 ** bigBuffer;
  return {
    refresh_interval: "0.25s",
    ...(big ? { buffer_factory_config: { minimum_account_to_track_power_of_two: bigBuffer } } : {}),
    resource_monitors: [
      {
        name: "envoy.resource_monitors.fixed_heap",
        typed_config: typed("envoy.extensions.resource_monitors.fixed_heap.v3.FixedHeapConfig", {
          max_heap_size_bytes: limits.heapBytes,
        }),
      },
      {
        name: "envoy.resource_monitors.global_downstream_max_connections",
        typed_config: typed(
          "envoy.extensions.resource_monitors.downstream_connections.v3.DownstreamConnectionsConfig",
          { max_active_downstream_connections: limits.connections },
        ),
      },
    ],
    actions: [
      ...(big ? [cutBiggest] : []),
      heapAction("envoy.overload_actions.shrink_heap", 0.95),
      heapAction("envoy.overload_actions.stop_accepting_requests", 0.98),
    ],
  };
}

const cutBiggest: Fields = {
  name: "envoy.overload_actions.reset_high_memory_stream",
  triggers: [
    {
      name: "envoy.resource_monitors.fixed_heap",
      scaled: { scaling_threshold: 0.9, saturation_threshold: 0.97 },
    },
  ],
};

function heapAction(name: string, value: number): Fields {
  const trigger = { name: "envoy.resource_monitors.fixed_heap", threshold: { value } };
  return { name, triggers: [trigger] };
}

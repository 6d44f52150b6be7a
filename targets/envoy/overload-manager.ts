import type { ResolvedSite } from "./edge-site.ts";
import { typed, type Fields } from "./fields.ts";

/** What the proxy does before it runs out of memory or connections, instead of falling over. */
export function overloadManager({ limits }: Pick<ResolvedSite, "limits">): Fields {
  return {
    refresh_interval: "0.25s",
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
      heapAction("envoy.overload_actions.shrink_heap", 0.95),
      heapAction("envoy.overload_actions.stop_accepting_requests", 0.98),
    ],
  };
}

function heapAction(name: string, value: number): Fields {
  const trigger = { name: "envoy.resource_monitors.fixed_heap", threshold: { value } };
  return { name, triggers: [trigger] };
}

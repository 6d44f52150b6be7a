import type { DestinationRuleSpec, TrafficPolicy } from "../../graph/kinds/destination-rule.ts";
import type { VirtualServiceSpec } from "../../graph/kinds/virtual-service.ts";

/** Whether Kiali takes the routes of a VirtualService for ones that a waypoint has to follow. */
export function routesRequests({ http = [], tls = [] }: VirtualServiceSpec): boolean {
  return http.length + tls.length > 0;
}

/** Whether Kiali takes a DestinationRule for one that a waypoint has to follow: it asks for more than connections. */
export function tunesRequests({ trafficPolicy, subsets = [] }: DestinationRuleSpec): boolean {
  return [trafficPolicy, ...subsets.map((each) => each.trafficPolicy)].some(readsRequests);
}

function readsRequests(policy: TrafficPolicy | undefined): boolean {
  const { loadBalancer, connectionPool, outlierDetection } = policy ?? {};
  const { httpHeaderName, httpCookie } = loadBalancer?.consistentHash ?? {};
  return (
    (httpHeaderName ?? "") !== "" ||
    httpCookie !== undefined ||
    connectionPool?.http !== undefined ||
    outlierDetection !== undefined
  );
}

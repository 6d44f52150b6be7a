import { dnsLabelProblem, fqdnProblem } from "../values/dns.ts";
import type { Place } from "../place.ts";

/** Names of gateways: `mesh`, `name`, `namespace/name`. */
export function checkGateways(gateways: readonly string[] | undefined, place: Place): void {
  for (const [index, gateway] of (gateways ?? []).entries()) {
    const at = place.at(index);
    const slash = gateway.indexOf("/");
    if (slash < 0) {
      const [name = "", namespace = ""] = gateway.split(".");
      if (gateway.includes(".")) {
        at.warn(
          `the gateway ${JSON.stringify(gateway)} is named by a host, which is the old form`,
          `write ${namespace}/${name}`,
        );
      }
      at.error(fqdnProblem(gateway));
      // Istio looks no further after a name without a namespace.
      return;
    }
    at.error(dnsLabelProblem(gateway.slice(0, slash), "namespace"));
    at.error(dnsLabelProblem(gateway.slice(slash + 1), "name of the gateway"));
  }
}

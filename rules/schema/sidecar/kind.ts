import { checkConnectionPool } from "../checks/connection-pool.ts";
import { checkDestination } from "../checks/destination.ts";
import { checkWorkloadSelector } from "../checks/selectors.ts";
import { sidecarFields, type Sidecar } from "../fields/networking.ts";
import { defineKind, type Subject } from "../kind.ts";
import { present, type Place } from "../place.ts";
import { fqdnProblem } from "../values/dns.ts";
import { checkEgress } from "./egress.ts";
import { checkIngress } from "./ingress.ts";

export const sidecarKind = defineKind({
  type: "networking.istio.io/Sidecar",
  versions: ["v1", "v1beta1", "v1alpha3"],
  spec: sidecarFields,
  check: checkSidecar,
});

function checkSidecar(spec: Sidecar, place: Place, { namespace }: Subject): void {
  const { workloadSelector, ingress, egress, outboundTrafficPolicy, inboundConnectionPool } = spec;
  if (checkWorkloadSelector(workloadSelector, place.at("workloadSelector")) === "faulty") return;
  const parts = [ingress, egress, outboundTrafficPolicy, inboundConnectionPool];
  if (parts.every((part) => part === undefined)) {
    place.error(
      "the Sidecar says nothing",
      "set `egress`, `ingress`, `outboundTrafficPolicy` or `inboundConnectionPool`",
    );
    return;
  }
  checkIngress(ingress, place.at("ingress"));
  present(inboundConnectionPool, place.at("inboundConnectionPool"), checkConnectionPool);
  checkEgress(egress, place.at("egress"), namespace);
  present(outboundTrafficPolicy, place.at("outboundTrafficPolicy"), checkOutbound);
}

type Outbound = NonNullable<Sidecar["outboundTrafficPolicy"]>;

function checkOutbound({ mode = "REGISTRY_ONLY", egressProxy }: Outbound, place: Place): void {
  if (egressProxy === undefined) return;
  const at = place.at("egressProxy");
  if (mode !== "ALLOW_ANY") {
    at.error(`\`egressProxy\` goes with the mode ALLOW_ANY alone, not with ${mode}`);
    return;
  }
  // Stricter than a destination: no wildcard, no number alone.
  const problem = fqdnProblem(egressProxy.host ?? "");
  if (problem === undefined) checkDestination(egressProxy, at);
  else at.at("host").error(problem);
  if (egressProxy.port === undefined) at.error("the proxy has no `port`");
}

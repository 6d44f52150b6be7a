import { checkConnectionPool } from "../checks/connection-pool.ts";
import type { PortPolicy, TrafficPolicy } from "../fields/destination-rule.ts";
import { checkField, checkItems } from "../check-field.ts";
import { isSet, type Place } from "../place.ts";
import { fqdnProblem } from "../values/dns.ts";
import { isAddress } from "../values/ip.ts";
import { portProblem } from "../values/port.ts";
import { checkClientTls } from "./client-tls.ts";
import { checkLoadBalancer } from "./load-balancer.ts";
import { checkOutlierDetection } from "./outlier-detection.ts";

/** How a host is called. */
export function checkTrafficPolicy(policy: TrafficPolicy, place: Place, namespace: string): void {
  if (Object.keys(policy).length === 0) {
    place.error("the traffic policy is empty", "fill it in, or remove it");
    return;
  }
  if (policy.tunnel !== undefined && policy.proxyProtocol !== undefined) {
    place.error("`tunnel` and `proxyProtocol` cannot both be set");
    return;
  }
  checkCommon(policy, place, namespace);
  checkItems(policy, "portLevelSettings", place, (port, at) => {
    checkPortPolicy(port, at.unheard(), namespace);
  });
  checkField(policy, "tunnel", place, checkTunnel);
  // A number without a name is read as text.
  const version: string = policy.proxyProtocol?.version ?? "V1";
  if (version !== "V1" && version !== "V2") {
    place.at("proxyProtocol", "version").error(`the version is V1 or V2, not ${version}`);
  }
}

function checkCommon(policy: PortPolicy, place: Place, namespace: string): void {
  checkField(policy, "outlierDetection", place, checkOutlierDetection);
  checkField(policy, "connectionPool", place, checkConnectionPool);
  checkField(policy, "loadBalancer", place, (balancer, at) => {
    checkLoadBalancer(balancer, at, policy.outlierDetection !== undefined);
  });
  checkField(policy, "tls", place, (tls, at) => {
    checkClientTls(tls, at, namespace);
  });
}

function checkPortPolicy(policy: PortPolicy, place: Place, namespace: string): void {
  const { port, ...rest } = policy;
  if (port === undefined) place.error("the policy of a port has no `port`");
  if (Object.keys(rest).length === 0) {
    place.error("the policy of the port is empty", "fill it in, or remove it");
  }
  checkCommon(policy, place, namespace);
}

function checkTunnel(tunnel: NonNullable<TrafficPolicy["tunnel"]>, place: Place): void {
  const { protocol, targetHost = "", targetPort = 0 } = tunnel;
  if (isSet(protocol) && protocol !== "CONNECT" && protocol !== "POST") {
    place.at("protocol").error(`a tunnel is made by CONNECT or POST, not ${protocol}`);
  }
  if (!isAddress(targetHost)) place.at("targetHost").error(fqdnProblem(targetHost));
  place.at("targetPort").error(portProblem(targetPort));
}

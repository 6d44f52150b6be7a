import { checkLabels } from "../checks/labels.ts";
import type { ServiceEntry } from "../fields/networking.ts";
import { each, type Place } from "../place.ts";
import { fqdnProblem } from "../values/dns.ts";
import { isAddress } from "../values/ip.ts";
import { isTcp } from "../values/protocol.ts";
import { checkEndpointPorts } from "../workload/check-workload.ts";

/** Addresses that are looked up: of the endpoints, else of the hosts. */
export function checkDns(spec: ServiceEntry, place: Place): void {
  const { resolution = "DNS", endpoints = [], hosts = [], addresses = [], ports = [] } = spec;
  if (endpoints.length === 0) {
    const wrong = hosts.findIndex((host) => fqdnProblem(host) !== undefined);
    if (wrong >= 0) {
      place
        .at("hosts", wrong)
        .error(
          `the resolution ${resolution} cannot look ${JSON.stringify(hosts[wrong])} up`,
          "use whole names, or add `endpoints`",
        );
    }
  }
  if (resolution === "DNS_ROUND_ROBIN" && endpoints.length > 1) {
    place.at("endpoints").error("the resolution DNS_ROUND_ROBIN has 1 endpoint at most");
  }
  const servicePorts = new Set(ports.map(({ name = "" }) => name));
  each(endpoints, place.at("endpoints"), ({ address = "", labels, ports: own }, at) => {
    if (!isAddress(address) && fqdnProblem(address) !== undefined) {
      at.at("address").error(
        `${JSON.stringify(address)} is neither an IP address nor a domain name`,
      );
    }
    checkLabels(labels, at.at("labels"));
    checkEndpointPorts(own, at.at("ports"), servicePorts);
  });
  if (addresses.length > 0 && hosts.length > 1 && ports.some(({ protocol }) => isTcp(protocol))) {
    place
      .at("hosts")
      .warn("with an address and a port of TCP there is one host only", "split the entry");
  }
}

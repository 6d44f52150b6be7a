import { checkLabels } from "../checks/labels.ts";
import type { Workload } from "../fields/common.ts";
import { eachEntry, isSet, type Place } from "../place.ts";
import { dnsLabelProblem, fqdnProblem } from "../values/dns.ts";
import { isAddress } from "../values/ip.ts";
import { portProblem } from "../values/port.ts";
import { unixAddressProblem, unixPrefix } from "../values/unix-address.ts";

interface Surroundings {
  /** Names of the ports of the ServiceEntry around it. */
  readonly servicePorts?: ReadonlySet<string>;
  /** Whether the address may be a domain name. */
  readonly names: boolean;
}

/** A WorkloadEntry, or an endpoint of a ServiceEntry. */
export function checkWorkload(
  workload: Workload,
  place: Place,
  { servicePorts, names }: Surroundings,
): void {
  const { address = "", network, ports, labels } = workload;
  if (address === "") {
    if (!isSet(network)) {
      place.error("the workload has no `address`");
      return;
    }
    place.warn(`the workload of the network ${JSON.stringify(network)} has no \`address\``);
  }
  const socket = address.startsWith(unixPrefix);
  const at = place.at("address");
  if (socket) {
    at.error(unixAddressProblem(address.slice(unixPrefix.length)));
    if ((ports?.size ?? 0) > 0) place.at("ports").error("a Unix domain socket has no ports");
    if (servicePorts !== undefined && servicePorts.size !== 1) {
      at.error("a Unix domain socket needs exactly 1 port of the service");
    }
  } else if (address !== "" && !isAddress(address)) {
    if (!names) at.error(`${JSON.stringify(address)} is not an IP address`);
    else if (fqdnProblem(address) !== undefined) {
      at.error(`${JSON.stringify(address)} is neither an IP address nor a domain name`);
    }
  }
  checkEndpointPorts(ports, place.at("ports"), servicePorts);
  checkLabels(labels, place.at("labels"));
}

/** Ports of an endpoint, by the names of the ports of the service. */
export function checkEndpointPorts(
  ports: ReadonlyMap<string, number> | undefined,
  place: Place,
  servicePorts?: ReadonlySet<string>,
): void {
  eachEntry(ports, place, (name, port, at) => {
    if (servicePorts !== undefined && !servicePorts.has(name)) {
      at.error(`the service has no port ${JSON.stringify(name)}`);
    }
    at.error(dnsLabelProblem(name, "name of the port"));
    at.error(portProblem(port));
  });
}

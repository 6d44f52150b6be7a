import type { ServiceEntry } from "../fields/networking.ts";
import type { Subject } from "../kind.ts";
import { each, type Place } from "../place.ts";
import { dnsLabelProblem } from "../values/dns.ts";
import { portProblem } from "../values/port.ts";
import { protocolProblem } from "../values/protocol.ts";

/** Ports of a ServiceEntry. Connections of TCP are told apart by address: an entry has one, or is given one. */
export function checkPorts(spec: ServiceEntry, place: Place, { labels }: Subject): void {
  const { addresses = [], resolution = "NONE" } = spec;
  const refused = labels["networking.istio.io/enable-autoallocate-ip"]?.toLowerCase() === "false";
  const unaddressed = addresses.length === 0 && (resolution === "NONE" || refused);
  const names = new Set<string>();
  const numbers = new Set<number>();
  each(spec.ports, place, (port, at) => {
    const { name = "", number = 0, targetPort = 0, protocol = "" } = port;
    if (names.has(name)) at.at("name").error(`the port name ${JSON.stringify(name)} is taken`);
    if (numbers.has(number)) at.at("number").error(`the port ${String(number)} is there twice`);
    names.add(name);
    numbers.add(number);
    if (targetPort !== 0) at.at("targetPort").error(portProblem(targetPort));
    if (unaddressed && (protocol === "" || protocol === "TCP")) {
      at.warn(
        "a port of TCP needs `addresses`: none is allocated to this entry",
        "add `addresses`, or set another `protocol`",
      );
    }
    at.at("name").error(dnsLabelProblem(name, "name of the port"));
    at.at("protocol").error(protocolProblem(protocol));
    at.at("number").error(portProblem(number));
  });
}

import type { IstioPort } from "../fields/common.ts";
import { isSet, type Place } from "../place.ts";
import { dnsLabelProblem } from "../values/dns.ts";
import { protocolProblem } from "../values/protocol.ts";

/** What every port of a Sidecar keeps to; its number depends on the direction. */
export function checkListenerPort(port: IstioPort, place: Place): void {
  if ((port.targetPort ?? 0) > 0) {
    place.at("targetPort").error("`targetPort` has no effect in a Sidecar", "remove it");
  }
  if (isSet(port.name)) place.at("name").error(dnsLabelProblem(port.name, "name of the port"));
  place.at("protocol").error(protocolProblem(port.protocol));
}

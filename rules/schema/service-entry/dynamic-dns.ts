import type { ServiceEntry } from "../fields/networking.ts";
import { each, isSet, type Place } from "../place.ts";

const protocols = ["http", "tls", "grpc", "http2"];

/** Names that are looked up when a request asks for them: wildcards, and nothing fixed. */
export function checkDynamicDns(
  spec: ServiceEntry,
  place: Place,
  labels: Readonly<Record<string, string>>,
): void {
  const { hosts = [], addresses = [], endpoints = [], ports, location = "MESH_EXTERNAL" } = spec;
  if (hosts.length === 0) place.error("the resolution DYNAMIC_DNS needs a wildcard host");
  each(hosts, place.at("hosts"), (host, at) => {
    if (!host.startsWith("*")) {
      at.error(`the resolution DYNAMIC_DNS needs a wildcard, not ${JSON.stringify(host)}`);
    }
  });
  if (addresses.length > 0) {
    place.at("addresses").error("with the resolution DYNAMIC_DNS there are no addresses");
  }
  if (endpoints.length > 0) {
    place.at("endpoints").error("with the resolution DYNAMIC_DNS there are no endpoints");
  }
  each(ports, place.at("ports"), ({ protocol = "" }, at) => {
    if (!protocols.includes(protocol.toLowerCase())) {
      at.at("protocol").error(
        `the resolution DYNAMIC_DNS knows HTTP, TLS, GRPC and HTTP2, not ${JSON.stringify(protocol)}`,
      );
    }
  });
  const waypoint = labels["istio.io/use-waypoint"];
  if (location === "MESH_INTERNAL" && isSet(waypoint) && waypoint.toLowerCase() !== "none") {
    place
      .at("location")
      .error("the location MESH_INTERNAL with DYNAMIC_DNS does not work with a waypoint");
  }
}

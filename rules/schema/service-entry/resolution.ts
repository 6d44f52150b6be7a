import type { ServiceEntry } from "../fields/networking.ts";
import type { Subject } from "../kind.ts";
import { each, type Place } from "../place.ts";
import { checkWorkload } from "../workload/check-workload.ts";
import { checkDns } from "./dns.ts";
import { checkDynamicDns } from "./dynamic-dns.ts";

/** What the way of resolution asks of the rest. */
export function checkResolution(spec: ServiceEntry, place: Place, { labels }: Subject): void {
  const { resolution = "NONE", endpoints = [], ports = [] } = spec;
  switch (resolution) {
    case "NONE":
      if (endpoints.length > 0) {
        place.at("endpoints").error("with the resolution NONE there are no endpoints");
      }
      if (spec.workloadSelector !== undefined) {
        place.at("workloadSelector").warn("with the resolution NONE no workloads are selected");
      }
      break;
    case "STATIC": {
      const servicePorts = new Set(ports.map(({ name = "" }) => name));
      each(endpoints, place.at("endpoints"), (endpoint, at) => {
        checkWorkload(endpoint, at, { servicePorts, names: false });
      });
      break;
    }
    case "DNS":
    case "DNS_ROUND_ROBIN":
      checkDns(spec, place);
      break;
    case "DYNAMIC_DNS":
      checkDynamicDns(spec, place, labels);
      break;
    default:
      place.at("resolution").error(`the resolution ${String(resolution)} is not known`);
  }
}

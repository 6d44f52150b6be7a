import { checkExportTo } from "../checks/export-to.ts";
import { checkWorkloadSelector } from "../checks/selectors.ts";
import { serviceEntryFields, type ServiceEntry } from "../fields/networking.ts";
import { defineKind, type Subject } from "../kind.ts";
import { each, type Place } from "../place.ts";
import { partialWildcardProblem, wildcardDomainProblem } from "../values/dns.ts";
import { subnetProblem } from "../values/ip.ts";
import { isHttp, isTls } from "../values/protocol.ts";
import { checkPorts } from "./ports.ts";
import { checkResolution } from "./resolution.ts";

export const serviceEntryKind = defineKind({
  type: "networking.istio.io/ServiceEntry",
  versions: ["v1", "v1beta1", "v1alpha3"],
  spec: serviceEntryFields,
  check: checkServiceEntry,
});

function checkServiceEntry(spec: ServiceEntry, place: Place, subject: Subject): void {
  const { hosts = [], resolution = "NONE" } = spec;
  const selector = place.at("workloadSelector");
  // Istio stops at a selector that it cannot use.
  if (checkWorkloadSelector(spec.workloadSelector, selector) === "faulty") return;
  if (spec.workloadSelector !== undefined && spec.endpoints !== undefined) {
    place.error("`workloadSelector` and `endpoints` cannot both be set");
  }
  if (hosts.length === 0) place.error("the entry has no hosts");
  each(hosts, place.at("hosts"), (host, at) => {
    if (host === "*") {
      at.error("the host `*` would be every host", "name the hosts");
      return;
    }
    at.error(wildcardDomainProblem(host));
    if (resolution !== "DYNAMIC_DNS") at.warn(partialWildcardProblem(host));
  });
  checkAddresses(spec, place.at("addresses"));
  checkPorts(spec, place.at("ports"), subject);
  checkResolution(spec, place, subject);
  if (resolution !== "NONE" && hosts.length > 1) {
    const plain = spec.ports?.findIndex(({ protocol }) => !isHttp(protocol) && !isTls(protocol));
    if (plain !== undefined && plain >= 0) {
      place
        .at("ports", plain)
        .error(
          "with several hosts only HTTP and TLS tell which one is meant",
          "split the entry, one host each",
        );
    }
  }
  const { exportTo } = spec;
  checkExportTo({ exportTo, namespace: subject.namespace, nobody: true }, place.at("exportTo"));
}

function checkAddresses({ addresses, resolution = "NONE" }: ServiceEntry, place: Place): void {
  each(addresses, place, (address, at) => {
    at.error(subnetProblem(address));
  });
  const ranges = resolution === "NONE" || resolution === "STATIC";
  if (!ranges && addresses?.some((address) => address.includes("/"))) {
    place.error(`a range of addresses needs the resolution NONE or STATIC, not ${resolution}`);
  }
}

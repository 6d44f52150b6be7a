import { isDnsLabel, partialWildcardProblem, wildcardDomainProblem } from "../values/dns.ts";
import { isAddress } from "../values/ip.ts";
import type { Place } from "../place.ts";

/** A host of a Gateway (`host` or `namespace/host`) or of a Sidecar (`namespace/host`). */
export function checkNamespacedHost(host: string, place: Place, kind: "gateway" | "sidecar"): void {
  const slash = host.indexOf("/");
  if (slash < 0) {
    if (kind === "gateway") checkHost(host, place, kind);
    else place.error(`${JSON.stringify(host)} is not of the form namespace/host`);
    return;
  }
  const namespace = host.slice(0, slash);
  const name = host.slice(slash + 1);
  if (namespace === "" || name === "") {
    place.error(`${JSON.stringify(host)} is not of the form namespace/host`);
  } else if (!isNamespace(namespace, kind)) {
    place.error(`${JSON.stringify(namespace)} is neither \`.\`, nor \`*\`, nor a namespace`);
  }
  checkHost(name, place, kind);
}

function isNamespace(namespace: string, kind: "gateway" | "sidecar"): boolean {
  // `~` before a namespace of a Sidecar leaves it out.
  const name = kind === "sidecar" ? namespace.replace(/^~/, "") : namespace;
  return name === "*" || name === "." || isDnsLabel(name) || (kind === "sidecar" && name === "");
}

function checkHost(host: string, place: Place, kind: "gateway" | "sidecar"): void {
  if (host !== "*" && !host.includes(".")) {
    place.error(`${JSON.stringify(host)} is a short name; hosts are written out here`);
  }
  if (kind === "sidecar" || !isAddress(host)) place.error(wildcardDomainProblem(host));
  place.error(partialWildcardProblem(host));
}

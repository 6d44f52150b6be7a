import { checkNamespacedHost } from "../checks/namespaced-host.ts";
import type { Egress } from "../fields/networking.ts";
import { each, isSet, type Place } from "../place.ts";
import { addressProblem } from "../values/ip.ts";
import { portProblem } from "../values/port.ts";
import { unixAddressProblem, unixPrefix } from "../values/unix-address.ts";
import { checkListenerPort } from "./listener-port.ts";

/** What the workload may call. */
export function checkEgress(
  egress: readonly Egress[] | undefined,
  place: Place,
  namespace: string,
): void {
  const numbers = new Set<number>();
  const sockets = new Set<string>();
  each(egress, place, (listener, at, index) => {
    const { port, bind = "", hosts = [] } = listener;
    if (port === undefined) {
      if (index !== (egress?.length ?? 0) - 1) {
        at.error("a listener without a port takes everything: it must be the last");
      }
    } else {
      checkPort(listener, at);
      const number = port.number ?? 0;
      const taken = number === 0 ? sockets.has(bind) : numbers.has(number);
      if (taken) at.at("port").error("another listener has this port or socket");
      if (number === 0) sockets.add(bind);
      else numbers.add(number);
    }
    if (hosts.length === 0) at.error("the listener has no hosts", 'add `hosts: ["*/*"]` for all');
    each(hosts, at.at("hosts"), (host, at) => {
      checkNamespacedHost(host, at, "sidecar");
    });
    checkRepeated(hosts, at.at("hosts"), namespace);
  });
}

function checkPort({ port = {}, bind = "", captureMode }: Egress, place: Place): void {
  checkListenerPort(port, place.at("port"));
  const { number = 0 } = port;
  if (number !== 0) {
    place.at("port", "number").error(portProblem(number));
    if (isSet(bind)) place.at("bind").error(addressProblem(bind));
    return;
  }
  if (bind.startsWith(unixPrefix)) {
    place.at("bind").error(unixAddressProblem(bind.slice(unixPrefix.length)));
  } else place.at("port").error("the port 0 goes with a Unix domain socket in `bind` alone");
  if (captureMode === "IPTABLES") {
    place.at("captureMode").error("at a Unix domain socket nothing is captured");
  }
}

/** A host that another one includes says nothing more. */
function checkRepeated(hosts: readonly string[], place: Place, own: string): void {
  const seen = new Map<string, Set<string>>();
  each(hosts, place, (host, at) => {
    const slash = host.indexOf("/");
    if (slash < 0 || host.startsWith("~")) return;
    const stated = host.slice(0, slash);
    const service = host.slice(slash + 1);
    const namespace = stated === "." ? own : stated;
    const others = seen.get(namespace) ?? new Set<string>();
    seen.set(namespace, others);
    const included = service === "*" ? others.size > 0 : others.has(service) || others.has("*");
    if (included) at.warn(`the host ${JSON.stringify(host)} is listed in another one too`);
    others.add(service);
  });
  if (seen.get("*")?.has("*") === true && seen.size > 1) {
    place.warn("`*/*` is every host: the others say nothing more", "remove `*/*` or the others");
  }
}

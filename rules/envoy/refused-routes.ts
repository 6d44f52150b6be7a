import { field, fieldAt, partsAt, text, type Part } from "./parts.ts";
import type { RefusedPart } from "./refused-parts.ts";

/** Why Envoy refuses virtual hosts: https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto */
export function* routeFaults(hosts: readonly Part[]): Generator<RefusedPart> {
  const domains = new Map<string, string>();
  for (const host of hosts) {
    const { value, path } = host;
    const name = text(value, "name") ?? "";
    if (name === "") yield { path, message: "a virtual host needs a name" };
    const own = field(value, "domains");
    const list: readonly unknown[] = Array.isArray(own) ? own : [];
    if (list.length === 0) yield { path, message: `virtual host ${name} has no domain` };
    for (const [index, domain] of list.entries()) {
      if (typeof domain !== "string") continue;
      const other = domains.get(domain.toLowerCase());
      if (other !== undefined) {
        const message = `the domain ${domain} is that of virtual host ${other} already`;
        yield { path: [...path, "domains", index], message };
      }
      domains.set(domain.toLowerCase(), name);
    }
    for (const route of partsAt(host, "routes")) yield* faultsOf(route);
  }
}

function* faultsOf(route: Part): Generator<RefusedPart> {
  const { value, path } = route;
  if (field(value, "match") === undefined) yield { path, message: "a route needs a match" };
  const status = fieldAt(value, "direct_response", "status");
  if (typeof status === "number" && (status < 200 || status > 599)) {
    const message = `a direct response has the status ${String(status)}; it is between 200 and 599`;
    yield { path: [...path, "direct_response", "status"], message };
  }
  if (fieldAt(value, "route", "weighted_clusters") === undefined) return;
  const clusters = partsAt(route, "route", "weighted_clusters", "clusters");
  const weights = clusters.map((each) => Number(field(each.value, "weight") ?? 0));
  if (weights.some((each) => each > 0)) return;
  const message = "the weights of the clusters are 0 in sum: nothing can be sent";
  yield { path: [...path, "route", "weighted_clusters"], message };
}

import { sidecarSpec, sidecarType } from "../../graph/kinds/sidecar.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { knownHosts } from "../../graph/objects/known-hosts.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { Graph } from "../../graph/graph.ts";
import { serviceByHost } from "../../graph/query.ts";
import type { Rule } from "../rule.ts";
import { servicesIn } from "../access/services-in.ts";

/** Every service that the egress of a Sidecar names exists. A name that does not is a dependency that will be cut off. */
export const egressHostUnknown: Rule = {
  id: "sidecar/egress-host-unknown",
  code: "HED4444",
  severity: "warning",
  summary: "the hosts that a Sidecar imports exist",
  covers: ["KIA1004"],
  reads: ["objects", "services"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, sidecarType)) {
      for (const [place, { hosts = [] }] of (sidecarSpec(object)?.egress ?? []).entries()) {
        for (const [index, text] of hosts.entries()) {
          if (!isMissing(graph, text, object)) continue;
          find({
            outcome: "fail",
            absent: [],
            origin: object.origin(["spec", "egress", place, "hosts", index]),
            message: `imports "${text}", which no service has`,
            fix: "correct the host or its namespace, or delete the entry",
          });
        }
      }
    }
  },
};

/** Only hosts of the cluster in a namespace whose services are described can be judged. */
function isMissing(
  graph: ObjectGraph & Pick<Graph, "services">,
  text: string,
  { namespace }: KubernetesObject,
): boolean {
  const [scope = "", host = ""] = text.split("/");
  const parts = /^[a-z0-9-]+\.([a-z0-9-]+)\.svc\.cluster\.local$/.exec(host);
  if (parts === null) return false;
  const own = parts[1] ?? "";
  const wanted = scope === "." ? namespace : scope;
  if (servicesIn(graph, own).length === 0) return false;
  if (scope === "~") return false;
  const found = knownHosts(graph).byHost.get(host) ?? [];
  // A model vouches for services that somebody else deploys.
  const declared = found.length === 0 ? serviceByHost(graph, host) : undefined;
  if (declared !== undefined) return wanted !== "*" && declared.namespace !== wanted;
  return !found.some((each) => wanted === "*" || each.namespace === wanted);
}

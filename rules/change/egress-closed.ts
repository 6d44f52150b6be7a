import { serviceEntryType } from "../../graph/kinds/service-entry.ts";
import { hasObjects } from "../../graph/objects/objects-of.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import { resolveHost } from "../../graph/objects/resolve-host.ts";
import type { Change, ChangeRule } from "../rule.ts";
import { importsHost } from "./imports-host.ts";

/** What workloads call outside their own namespace stays reachable. */
export const egressClosed: ChangeRule = {
  id: "change/egress-closed",
  code: "HED4710",
  severity: "error",
  summary: "declared calls go through when the mesh closes to what it does not know",
  covers: [],
  reads: ["objects", "services", "calls"],
  needs: [],
  check(change, find) {
    const { before, after } = change;
    const services = new Map(after.services.map((each) => [each.id, each]));
    const closes = closesNow(change);
    for (const { from, to } of after.calls) {
      const [caller, callee] = [services.get(from), services.get(to)];
      if (caller === undefined || callee === undefined) continue;
      const unknown =
        callee.external && resolveHost(after, callee.host, caller.namespace).kind !== "found";
      if (closes !== undefined && unknown) {
        find({
          outcome: "fail",
          origin: closes.origin(),
          message: `only hosts of the mesh can be called from now on, and ${from} calls ${callee.host}, which no ServiceEntry names`,
          fix: `add a ServiceEntry for ${callee.host} first`,
        });
      }
      const lost = importsHost(before, caller, callee) === undefined;
      const sidecar = lost ? importsHost(after, caller, callee) : undefined;
      if (sidecar === undefined) continue;
      find({
        outcome: "fail",
        origin: sidecar.origin(["spec", "egress"]),
        message: `${from} calls ${callee.host}, and this no longer imports it`,
        fix: `add ${callee.namespace}/${callee.host} to the hosts`,
      });
    }
    if (closes === undefined || after.calls.length > 0) return;
    find({
      outcome: "unknown",
      origin: closes.origin(),
      message: `only hosts of the mesh can be called from now on${hasObjects(after, serviceEntryType) ? " and of its ServiceEntries" : ""}; nothing here says who calls what`,
      fix: "look for requests to PassthroughCluster in the metrics first, and add a ServiceEntry for each host",
    });
  },
};

/** What turns the mesh from ALLOW_ANY, which is the default, to REGISTRY_ONLY. */
function closesNow({ before, after }: Change) {
  const { config, object } = meshConfig(after);
  const was = meshConfig(before);
  // Without a MeshConfig in the state before, nobody knows what held.
  if (was.object === undefined || config.outboundTrafficPolicy?.mode !== "REGISTRY_ONLY") {
    return undefined;
  }
  return was.config.outboundTrafficPolicy?.mode === "REGISTRY_ONLY" ? undefined : object;
}

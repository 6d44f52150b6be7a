import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";
import { indexTargets } from "./index-targets.ts";
import { namespaceOf, serverModeOf, wideClientModes } from "./wide-settings.ts";

/**
 * Clients are not told to send plaintext to a namespace, or a mesh, whose servers take mTLS only. Where the workloads
 * of the host are described, `mtls/mtls-conflict` judges each of them.
 */
export const plaintextToStrict: Rule = {
  id: "mtls/plaintext-to-strict",
  code: "HED4654",
  severity: "error",
  summary: "clients are not told to send plaintext to strict servers",
  covers: ["KIA0207", "KIA0208"],
  reads: ["objects", "services", "subsets", "workloads"],
  needs: [],
  check(graph, find) {
    const targets = indexTargets(graph);
    const wide = new Map(wideClientModes(graph).map((each) => [each.object, each]));
    for (const object of objectsWith(graph, destinationRuleType, "tls")) {
      const { host = "", trafficPolicy, workloadSelector } = destinationRuleSpec(object) ?? {};
      if (trafficPolicy?.tls?.mode !== "DISABLE" || workloadSelector !== undefined) continue;
      const namespace = wide.get(object)?.namespace ?? namespaceOf(host, object.namespace);
      if (namespace === undefined && !wide.has(object)) continue;
      const full = host.includes(".") ? host : `${host}.${object.namespace}.svc.cluster.local`;
      const judged = targets.servicesOf(full).some((each) => targets.workloadsOf(each).length > 0);
      const server = serverModeOf(graph, namespace);
      if (judged || server?.mode !== "STRICT") continue;
      const isMesh = server.object.namespace === rootNamespace(graph);
      find({
        outcome: "fail",
        origin: object.origin(["spec", "trafficPolicy", "tls", "mode"]),
        message: `clients of ${host} send plaintext, and ${server.object.origin().source} makes its servers take mTLS only`,
        fix: "remove the client's TLS setting: proxies choose what the server accepts by themselves",
        covers: [isMesh ? "KIA0208" : "KIA0207"],
      });
    }
  },
};

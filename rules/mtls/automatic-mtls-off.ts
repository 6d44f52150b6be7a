import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** Proxies start mTLS by themselves, or a DestinationRule for the whole mesh makes them. */
export const automaticMtlsOff: Rule = {
  id: "mtls/automatic-mtls-off",
  code: "HED4572",
  severity: "warning",
  summary: "proxies start mTLS, by themselves or by a DestinationRule for the mesh",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const { config, object } = meshConfig(graph);
    if (object === undefined || config.enableAutoMtls !== false) return;
    const isStarted = objectsOf(graph, destinationRuleType).some((each) => {
      const spec = destinationRuleSpec(each);
      const mode = spec?.trafficPolicy?.tls?.mode;
      return wholeMesh.has(spec?.host ?? "") && (mode === "ISTIO_MUTUAL" || mode === "MUTUAL");
    });
    if (isStarted) return;
    find({
      outcome: "fail",
      origin: object.origin(),
      message:
        "enableAutoMtls is false, and no DestinationRule for *.local makes clients start mTLS: what has no rule of its own is sent in plaintext",
      fix: "remove enableAutoMtls, or add a DestinationRule for *.local with tls mode ISTIO_MUTUAL",
    });
  },
};

const wholeMesh: ReadonlySet<string> = new Set([
  "*",
  "*.local",
  "*.cluster.local",
  "*.svc.cluster.local",
]);

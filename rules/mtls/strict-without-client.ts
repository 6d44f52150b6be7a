import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import {
  peerAuthenticationSpec,
  peerAuthenticationType,
} from "../../graph/kinds/peer-authentication.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

/** Where proxies do not choose mTLS by themselves, a DestinationRule makes clients use it for strict servers. */
export const strictWithoutClient: Rule = {
  id: "mtls/strict-without-client",
  code: "HED4423",
  severity: "error",
  summary: "without automatic mTLS, strict servers have clients that start it",
  covers: ["KIA0401", "KIA0501"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const { config } = meshConfig(graph);
    if (config.enableAutoMtls !== false) return;
    const started = new Set(
      objectsOf(graph, destinationRuleType).flatMap((object) => {
        const spec = destinationRuleSpec(object);
        const { mode } = spec?.trafficPolicy?.tls ?? {};
        return mode === "ISTIO_MUTUAL" || mode === "MUTUAL" ? [spec?.host ?? ""] : [];
      }),
    );
    if (started.has("*.local") || started.has("*")) return;
    for (const object of settledObjects(graph, peerAuthenticationType, find)) {
      const spec = peerAuthenticationSpec(object);
      const { namespace } = object;
      if (spec?.mtls?.mode !== "STRICT" || spec.selector !== undefined) continue;
      const whole = namespace === config.rootNamespace;
      if (!whole && started.has(`*.${namespace}.svc.cluster.local`)) continue;
      const host = whole ? "*.local" : `*.${namespace}.svc.cluster.local`;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "mtls", "mode"]),
        message: `servers accept only mTLS, automatic mTLS is off, and no DestinationRule for ${host} makes clients start it`,
        fix: `set enableAutoMtls to true, or add a DestinationRule for ${host} with tls mode ISTIO_MUTUAL`,
        covers: [whole ? "KIA0401" : "KIA0501"],
      });
    }
  },
};

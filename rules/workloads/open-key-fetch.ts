import { requestAuthenticationType } from "../../graph/kinds/request-authentication.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { virtualPods } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";

const variable = "BLOCKED_CIDRS_IN_JWKS_URIS";

/** Where anybody can have istiod fetch keys from an address, the addresses inside are blocked. */
export const openKeyFetch: Rule = {
  id: "workloads/open-key-fetch",
  code: "HED4145",
  severity: "warning",
  summary: "istiod fetches keys from trusted networks only",
  covers: ["IST0175"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const count = objectsOf(graph, requestAuthenticationType).length;
    if (count === 0) return;
    for (const pod of virtualPods(graph)) {
      const { object, containers } = pod;
      if (object.type !== "apps/Deployment" || object.labels["app"] !== "istiod") continue;
      const blocks = containers.some(({ env = [] }) =>
        env.some(({ name, value = "" }) => name === variable && value !== ""),
      );
      if (blocks) continue;
      find({
        outcome: "fail",
        origin: pod.origin(["spec", "containers"]),
        message: `istiod fetches the jwksUri of ${String(count)} RequestAuthentication(s) from any address: ${variable} is not set`,
        fix: `set ${variable} to the address ranges of the cluster and of the cloud's metadata service (169.254.0.0/16)`,
      });
    }
  },
};

import type { ChangeRuleDoc } from "../rule.ts";

const istiod = (version: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: istiod, namespace: istio-system }
spec:
  template:
    metadata: { labels: { app: istiod } }
    spec: { containers: [{ name: discovery, image: "docker.io/istio/pilot:${version}" }] }
`;

/** Text and examples of `change/control-plane-jump`. */
export const controlPlaneJumpDoc: ChangeRuleDoc = {
  inventory: ["mesh-upgrade-skip"],
  what: "The version in the image of istiod goes up by one minor version at most where the Deployment is the same, and by two where a new revision stands beside the old one. It does not go down in place.",
  why: "Istio supports and tests these steps. What lies between two versions further apart is skipped: changed defaults, removed fields, the way configuration is handed over to proxies of the old version.",
  fails: { before: istiod("1.28.3"), after: istiod("1.31.0") },
  passes: { before: istiod("1.30.1"), after: istiod("1.31.0") },
};

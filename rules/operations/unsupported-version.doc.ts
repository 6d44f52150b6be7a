import type { RuleDoc } from "../rule.ts";
import { supportedVersions } from "./supported-versions.ts";

const istiod = (version: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: istiod, namespace: istio-system, labels: { app: istiod } }
spec:
  replicas: 2
  selector: { matchLabels: { app: istiod } }
  template:
    metadata: { labels: { app: istiod } }
    spec: { containers: [{ name: discovery, image: "docker.io/istio/pilot:${version}" }] }
`;

/** Text and examples of `operations/unsupported-version`. */
export const unsupportedVersionDoc: RuleDoc = {
  inventory: ["ops-version"],
  what: `The images \`pilot\` of istiod and \`proxyv2\` of gateways have a minor version of Istio that is not out of support: 1.${String(supportedVersions.oldestIstio)} or later.`,
  why: "Faults of security in Envoy are published several times a year, with the fix for supported versions only. Everybody can then read how the older ones are attacked.",
  fails: istiod("1.24.3"),
  passes: istiod("1.30.2"),
};

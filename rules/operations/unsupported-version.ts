import type { Rule } from "../rule.ts";
import { istioImages, podsWithIstioImages } from "./istio-version.ts";
import { supportedVersions } from "./supported-versions.ts";

const oldest = supportedVersions.oldestIstio;

/** The control plane and gateways run a version of Istio that gets fixes. */
export const unsupportedVersion: Rule = {
  id: "operations/unsupported-version",
  code: "HED4828",
  severity: "info",
  summary: "istiod and gateways run a version of Istio that still gets fixes",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of podsWithIstioImages(graph)) {
      // A sidecar comes from the injector; it is its control plane that is too old.
      const isGateway = pod.containers.every(({ name }) => name === "istio-proxy");
      const images = [
        ...istioImages(pod, "pilot"),
        ...(isGateway ? istioImages(pod, "proxyv2") : []),
      ];
      for (const { minor, version, path } of images) {
        if (minor >= oldest) continue;
        find({
          outcome: "fail",
          origin: pod.origin([...path, "image"]),
          message: `version ${version} of Istio gets no fixes any more, also none for security; supported are 1.${String(oldest)} and later`,
          fix: "upgrade in steps of one minor version, the control plane first",
        });
      }
    }
  },
};

import type { RuleDoc } from "../rule.ts";
import { supportedVersions } from "./supported-versions.ts";

const { istio, oldestKubernetes } = supportedVersions;

const server = (version: string) => `apiVersion: version.kubernetes.io/v1
kind: ServerVersion
metadata: { name: prod }
gitVersion: ${version}
`;

/** Text and examples of `operations/kubernetes-too-old`. */
export const kubernetesTooOldDoc: RuleDoc = {
  inventory: ["ops-version"],
  what: `The API server is of a version that Istio supports: 1.${String(oldestKubernetes)} or later for Istio 1.${String(istio)}. Only a running cluster says its version, so that this is decided with \`heddle check --cluster\`, which adds the answer of \`/version\` as an object \`ServerVersion\`.`,
  why: "Istio uses versions of kinds and fields of the API that an older server does not have. The installation fails halfway, or webhooks and gateways behave in ways that nobody tests.",
  fails: server("v1.29.4"),
  passes: server("v1.34.3"),
};

import type { RuleDoc } from "../rule.ts";

const mesh = (how: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    defaultConfig: { gatewayTopology: { forwardClientCertDetails: ${how} } }
`;

/** Text and examples of `gateway/forged-client-certificate`. */
export const forgedClientCertificateDoc: RuleDoc = {
  inventory: ["gw-xfcc-untrusted"],
  what: "`gatewayTopology`, in MeshConfig or in the annotation of a gateway, does not pass on the header `X-Forwarded-Client-Cert` of clients, unless it says that there are trusted proxies in front.",
  why: "Applications and policies read in this header who the client is. A gateway that passes on what it got lets the client choose.",
  fails: mesh("ALWAYS_FORWARD_ONLY"),
  passes: mesh("SANITIZE_SET"),
};

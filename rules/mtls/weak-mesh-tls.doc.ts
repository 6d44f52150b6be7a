import type { RuleDoc } from "../rule.ts";

/** Text and examples of `mtls/weak-mesh-tls`. */
export const weakMeshTlsDoc: RuleDoc = {
  inventory: ["mtls-min-tls"],
  what: "`meshMTLS` and `tlsDefaults` of MeshConfig name TLS 1.2 or 1.3 as the oldest version, and no broken cipher.",
  why: "Whoever is between client and server talks both down to the weakest that they accept. Istio knows only 1.2 and 1.3 here and refuses the whole MeshConfig.",
  fails: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    meshMTLS: { minProtocolVersion: TLSV1_1 }
`,
  passes: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    meshMTLS: { minProtocolVersion: TLSV1_3 }
`,
};

import type { RuleDoc } from "../rule.ts";

const shop = (more: string) => `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: guard }
webhooks:
  - name: guard.shop.example
    clientConfig: { service: { namespace: shop, name: guard, port: 443 } }
---
apiVersion: v1
kind: Service
metadata: { name: guard, namespace: shop }
spec:
  selector: { app: guard }
  ports: [{ port: 443, targetPort: 9443, name: https }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: guard, namespace: shop }
spec:
  template:
    metadata: { labels: { app: guard, sidecar.istio.io/inject: "true" } }
    spec: { containers: [{ name: app, image: guard:1 }] }
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: guard, namespace: shop }
spec:
  selector: { matchLabels: { app: guard } }
  mtls: { mode: STRICT }
${more}`;

/** Text and examples of `mtls/webhook-of-strict-server`. */
export const webhookOfStrictServerDoc: RuleDoc = {
  inventory: ["mtls-strict-nonmesh-client"],
  what: "A workload with a sidecar that an admission webhook calls does not take mTLS only on that port.",
  why: "The API server has no identity of the mesh, so the proxy refuses its call. With failurePolicy Fail, which is the default, nothing that the webhook is for can be made or changed any more: in the worst case no pod of the cluster starts.",
  fails: shop(""),
  passes: shop("  portLevelMtls: { 9443: { mode: PERMISSIVE } }\n"),
};

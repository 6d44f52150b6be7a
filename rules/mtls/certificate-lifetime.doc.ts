import type { RuleDoc } from "../rule.ts";

const istiod = (ttl: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: istiod, namespace: istio-system }
spec:
  template:
    metadata: { labels: { app: istiod } }
    spec:
      containers:
        - name: discovery
          image: pilot:1.31.0
          env: [{ name: DEFAULT_WORKLOAD_CERT_TTL, value: ${ttl} }]
`;

/** Text and examples of `mtls/certificate-lifetime`. */
export const certificateLifetimeDoc: RuleDoc = {
  inventory: ["workload-cert-ttl"],
  what: "The lifetime of certificates of workloads, which istiod (`DEFAULT_WORKLOAD_CERT_TTL`), MeshConfig or a workload (`SECRET_TTL` in `proxyMetadata`) states, is at most what istiod signs (`MAX_WORKLOAD_CERT_TTL`, by default 90 days), and certificates are renewed at least half an hour before they end: by default at half of their lifetime (`SECRET_GRACE_PERIOD_RATIO`).",
  why: "What istiod does not sign, a proxy does not get: it never becomes ready. What ends soon ends while istiod is being upgraded, and all proxies ask for new certificates all the time.",
  fails: istiod("20m"),
  passes: istiod("12h"),
};

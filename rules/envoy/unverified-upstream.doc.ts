import type { RuleDoc } from "../rule.ts";

const envoy = (validation: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: edge, namespace: edge }
data:
  envoy.yaml: |
    static_resources:
      clusters:
        - name: payments
          type: STRICT_DNS
          transport_socket:
            name: envoy.transport_sockets.tls
            typed_config:
              "@type": type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext
              sni: payments.example${validation}
`;

/** Text and examples of `envoy/unverified-upstream`. */
export const unverifiedUpstreamDoc: RuleDoc = {
  inventory: ["envoy-upstream-tls"],
  what: "A cluster whose `transport_socket` starts TLS has a validation context with roots and with the names that the server's certificate may have, or with pinned certificates. Contexts that come from SDS are not judged.",
  why: "Envoy checks nothing by default, not even the name. Who stands between then reads and changes everything, with a certificate that it made itself.",
  fails: envoy(""),
  passes: envoy(`
              common_tls_context:
                validation_context:
                  trusted_ca: { filename: /etc/ssl/certs/ca-certificates.crt }
                  match_typed_subject_alt_names: [{ san_type: DNS, matcher: { exact: payments.example } }]`),
};

import type { RuleDoc } from "../rule.ts";

const envoy = (socket: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: edge, namespace: edge }
data:
  envoy.yaml: |
    dynamic_resources:
      ads_config:
        api_type: GRPC
        grpc_services: [{ envoy_grpc: { cluster_name: control } }]
      cds_config: { ads: {} }
      lds_config: { ads: {} }
    static_resources:
      clusters:
        - name: control
          type: STRICT_DNS
          load_assignment:
            cluster_name: control
            endpoints:
              - lb_endpoints:
                  - endpoint: { address: { socket_address: { address: control.example, port_value: 18000 } } }${socket}
`;

/** Text and examples of `envoy/control-in-plaintext`. */
export const controlInPlaintextDoc: RuleDoc = {
  inventory: ["envoy-xds-plain"],
  what: "The cluster from which an Envoy takes configuration or secrets (`ads_config`, `lds_config`, `cds_config`, `sds_config`, …) has TLS, or its addresses are a pipe or loopback.",
  why: "Who can answer instead of the control plane decides where every request goes, and gets the private keys with it.",
  fails: envoy(""),
  passes: envoy(`
          transport_socket:
            name: envoy.transport_sockets.tls
            typed_config:
              "@type": type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext
              common_tls_context:
                validation_context:
                  trusted_ca: { filename: /etc/ssl/control.pem }
                  match_typed_subject_alt_names: [{ san_type: DNS, matcher: { exact: control.example } }]`),
};

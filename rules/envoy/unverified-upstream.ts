import { envoyConfigs } from "../../graph/objects/envoy-configs.ts";
import type { Rule } from "../rule.ts";
import { clustersOf, field, fieldAt, isOfType, partsAt, text, type Part } from "./parts.ts";

/** TLS to a server checks who the server is. */
export const unverifiedUpstream: Rule = {
  id: "envoy/unverified-upstream",
  code: "HED4842",
  severity: "warning",
  summary: "an Envoy that starts TLS checks the authority and the name of the server",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const config of envoyConfigs(graph)) {
      for (const cluster of clustersOf(config)) {
        for (const context of tlsContexts(cluster)) {
          const missing = missingCheck(context);
          if (missing === undefined) continue;
          find({
            outcome: "fail",
            origin: config.origin(context.path),
            message: `${config.prefix(context.path)}cluster ${text(cluster.value, "name") ?? ""} starts TLS and ${missing}`,
            fix: "set validation_context with trusted_ca and match_typed_subject_alt_names",
          });
        }
      }
    }
  },
};

function tlsContexts(cluster: Part): readonly Part[] {
  const sockets = [
    ...partsAt(cluster, "transport_socket"),
    ...partsAt(cluster, "transport_socket_matches").flatMap((each) =>
      partsAt(each, "transport_socket"),
    ),
  ];
  return sockets
    .flatMap((each) => partsAt(each, "typed_config"))
    .filter(({ value }) => isOfType(value, "UpstreamTlsContext"));
}

const roots = [
  "trusted_ca",
  "system_root_certs",
  "ca_certificate_provider_instance",
  "custom_validator_config",
];
const pins = ["verify_certificate_spki", "verify_certificate_hash"];
const names = ["match_typed_subject_alt_names", "match_subject_alt_names"];

function missingCheck({ value }: Part): string | undefined {
  const common = field(value, "common_tls_context");
  const delivered = [
    "validation_context_sds_secret_config",
    "validation_context_certificate_provider",
    "validation_context_certificate_provider_instance",
  ];
  // What is delivered while it runs may hold both.
  if (delivered.some((each) => field(common, each) !== undefined)) return undefined;
  const combined = field(common, "combined_validation_context");
  const context =
    fieldAt(combined, "default_validation_context") ?? field(common, "validation_context");
  const has = (each: string): boolean => field(context, each) !== undefined;
  if (pins.some(has)) return undefined;
  if (combined === undefined && !roots.some(has))
    return "checks no certificate: anybody can answer";
  if (names.some(has) || field(value, "auto_sni_san_validation") === true) return undefined;
  if (combined !== undefined || has("custom_validator_config")) return undefined;
  return "checks no name: everybody with a certificate of that authority can answer";
}

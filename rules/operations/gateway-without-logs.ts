import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import { kubernetesGatewayType } from "../../graph/kinds/gateway-api.ts";
import { telemetrySpec, telemetryType } from "../../graph/kinds/telemetry.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** Somebody writes down who came in. Said only where MeshConfig is known. */
export const gatewayWithoutLogs: Rule = {
  id: "operations/gateway-without-logs",
  code: "HED4832",
  severity: "info",
  summary: "gateways write access logs",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const { config, object: stated } = meshConfig(graph);
    const { accessLogFile = "", defaultProviders, rootNamespace } = config;
    if (stated === undefined || accessLogFile !== "" || logsEverywhere(config)) return;
    if ((defaultProviders?.accessLogging ?? []).length > 0) return;
    const logging = namespacesWithLogs(graph);
    if (logging.has(rootNamespace)) return;
    const [first] = objectsOf(graph, gatewayType).filter(
      (each) =>
        !logging.has(each.namespace) &&
        (gatewaySpec(each)?.servers ?? []).some(({ tls }) => tls?.mode !== "AUTO_PASSTHROUGH"),
    );
    const [other] = objectsOf(graph, kubernetesGatewayType).filter(
      (each) => !logging.has(each.namespace),
    );
    const gateway = first ?? other;
    if (gateway === undefined) return;
    find({
      outcome: "fail",
      origin: gateway.origin(["spec"]),
      message: `neither MeshConfig nor a Telemetry lets gateways write an access log: requests to ${gateway.name} leave no trace`,
      fix: `add a Telemetry to namespace ${rootNamespace} with accessLogging: [{ providers: [{ name: envoy }] }], or set accessLogFile: /dev/stdout`,
    });
  },
};

/** Envoy can also send its log to a service of MeshConfig. */
function logsEverywhere(config: Readonly<Record<string, unknown>>): boolean {
  return config["enableEnvoyAccessLogService"] === true;
}

function namespacesWithLogs(graph: ObjectGraph): ReadonlySet<string> {
  const logging = objectsOf(graph, telemetryType).filter((each) =>
    (telemetrySpec(each)?.accessLogging ?? []).some(({ disabled }) => disabled !== true),
  );
  return new Set(logging.map(({ namespace }) => namespace));
}

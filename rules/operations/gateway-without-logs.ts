import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import { kubernetesGatewayType } from "../../graph/kinds/gateway-api.ts";
import { telemetrySpec, telemetryType } from "../../graph/kinds/telemetry.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
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
    for (const each of silenced(graph, config.rootNamespace)) {
      find({
        outcome: "fail",
        origin: each.origin(["spec", "accessLogging"]),
        message: "switches the access log off, and nothing switches it on again for gateways",
        fix: "add a Telemetry to the namespace of the gateway with accessLogging: [{ providers: [{ name: envoy }] }], or log errors only, by a filter",
      });
    }
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

/** Telemetries for the whole mesh, or for the namespace of a gateway, that switch logs off and on nowhere. */
function silenced(graph: ObjectGraph, root: string): readonly KubernetesObject[] {
  const logging = namespacesWithLogs(graph);
  const gateways = new Set(objectsOf(graph, gatewayType).map(({ namespace }) => namespace));
  return objectsOf(graph, telemetryType).filter((each) => {
    const { accessLogging = [], selector, targetRefs = [] } = telemetrySpec(each) ?? {};
    const isOff =
      accessLogging.length > 0 &&
      accessLogging.every(({ disabled, match }) => disabled === true && match?.mode !== "CLIENT");
    const whole = Object.keys(selector?.matchLabels ?? {}).length === 0 && targetRefs.length === 0;
    const reaches = each.namespace === root || gateways.has(each.namespace);
    const again = [...gateways].every((namespace) => logging.has(namespace));
    return isOff && whole && reaches && gateways.size > 0 && !again;
  });
}

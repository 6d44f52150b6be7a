import type { ControlPlaneArgs, MeshConfig, ProxyKind, Quantities } from "./control-plane-args.ts";
import { mergeValues, type PlainValues, type Values } from "./merge-values.ts";

export const defaultNamespace = "istio-system";

/** Values of the `base` chart: the kinds and the mesh-wide validation. */
export function baseValues(args: ControlPlaneArgs): PlainValues {
  return mergeValues({
    defaultRevision: args.revision ?? "default",
    global: { istioNamespace: args.namespace ?? defaultNamespace },
    base: failClosed,
  });
}

/** Values of the istiod chart. `stated` are the settings that the mesh says. */
export function istiodValues(args: ControlPlaneArgs, stated: Values = {}): PlainValues {
  const replicas = args.replicas ?? 1;
  return mergeValues(
    {
      revision: args.revision,
      global: {
        istioNamespace: args.namespace ?? defaultNamespace,
        hub: args.hub,
        tag: args.tag,
        // A budget of one for a single instance would only block the node's maintenance.
        defaultPodDisruptionBudget: { enabled: replicas > 1 },
        proxy: { resources: requests(args.proxyResources) },
      },
      base: failClosed,
      cni: { enabled: false },
      autoscaleEnabled: false,
      replicaCount: replicas,
      resources: requests(args.resources),
      deploymentAnnotations: startAfterSettings(args),
      meshConfig: meshConfig(args, stated),
    },
    proxySwitches[args.proxy ?? "istio"],
    args.values ?? {},
  );
}

/**
 * The charts start validation open and let istiod close it, which makes every later apply a conflict over
 * `failurePolicy` between Pulumi and istiod. Closed from the start there is nothing to fight over.
 */
const failClosed: Values = { validationFailurePolicy: "Fail" };

/**
 * Pulumi creates the objects of a chart side by side. An istiod that starts before its settings runs without injection
 * for ever ("Skipping sidecar injector, template not found"), and pods come up without a proxy.
 */
function startAfterSettings({ namespace = defaultNamespace, revision }: ControlPlaneArgs): Values {
  const suffix = revision === undefined ? "" : `-${revision}`;
  const settings = ["istio", "istio-sidecar-injector", "values"].map(
    (name) => `/namespaces/${namespace}/ConfigMap/${name}${suffix}`,
  );
  return { "config.kubernetes.io/depends-on": settings.join(",") };
}

/** Every switch is needed: one unknown filter, and Envoy refuses the whole listener. */
const proxySwitches: Readonly<Record<ProxyKind, Values>> = {
  istio: {},
  envoy: {
    telemetry: { enabled: false },
    env: {
      PILOT_ENABLE_ALPN_FILTER: "false",
      PILOT_ENABLE_METADATA_EXCHANGE: "false",
      PILOT_DISABLE_MX_ALPN: "true",
    },
  },
};

function meshConfig(
  { trustDomain, meshConfig = {} }: ControlPlaneArgs,
  stated: Values,
): PlainValues {
  return mergeValues(
    stated,
    {
      trustDomain,
      accessLogFile: meshConfig.accessLogFile,
      // Istio retries twice what nobody asked it to; here a retry is always somebody's decision.
      defaultHttpRetryPolicy: { attempts: 0 },
      outboundTrafficPolicy: { mode: outboundMode(meshConfig) },
      defaultConfig: {
        holdApplicationUntilProxyStarts: meshConfig.holdApplicationUntilProxyStarts ?? true,
      },
    },
    meshConfig.raw ?? {},
  );
}

function outboundMode({ outboundTraffic = "allow-any" }: MeshConfig): string {
  return { "allow-any": "ALLOW_ANY", "registry-only": "REGISTRY_ONLY" }[outboundTraffic];
}

function requests(quantities: Quantities | undefined): Values | undefined {
  if (quantities === undefined) return undefined;
  return { requests: { cpu: quantities.cpu, memory: quantities.memory } };
}

import type { Json, Manifest } from "../../graph/index.ts";
import type {
  Extension,
  ExtensionPlace,
  FailureMode,
  Gateway,
  WorkloadService,
} from "../../model/index.ts";

const phases = {
  authentication: "AUTHN",
  authorization: "AUTHZ",
  statistics: "STATS",
  router: "UNSPECIFIED",
} as const satisfies Record<ExtensionPlace, string>;

const strategies = {
  refuse: "FAIL_CLOSE",
  pass: "FAIL_OPEN",
} as const satisfies Record<FailureMode, string>;

/** Between two neighbours there is room for one that somebody adds by hand. */
const step = 10;

/**
 * The extensions of a service, for the requests that it receives, or of a gateway, for all that pass it. Among those of
 * one phase requests pass the highest priority first.
 * https://istio.io/latest/docs/reference/config/proxy_extensions/traffic_extension/
 */
export function trafficExtensions(holder: WorkloadService | Gateway): readonly Manifest[] {
  const { name, namespace, extensions } = holder;
  const isService = "versions" in holder;
  return extensions.map((extension, index) => ({
    apiVersion: "extensions.istio.io/v1alpha1",
    kind: "TrafficExtension",
    metadata: { name: `${name}-${extension.name}`, namespace },
    spec: {
      selector: { matchLabels: { [isService ? "app" : "istio"]: name } },
      phase: phases[extension.before],
      priority: (extensions.length - index) * step,
      ...(isService ? { match: [{ mode: "SERVER" }] } : {}),
      ...code(extension),
    },
  }));
}

function code(extension: Extension): { readonly [field: string]: Json } {
  if (extension.kind === "lua") return { lua: { inlineCode: extension.source } };
  const { url, sha256, config, pullSecret, onFailure } = extension;
  return {
    wasm: {
      url,
      sha256,
      // Pinned by its checksum, so that there is nothing to look for again.
      imagePullPolicy: "IfNotPresent",
      ...(pullSecret === undefined ? {} : { imagePullSecret: pullSecret }),
      ...(Object.keys(config).length === 0 ? {} : { pluginConfig: config }),
      failStrategy: strategies[onFailure],
    },
  };
}

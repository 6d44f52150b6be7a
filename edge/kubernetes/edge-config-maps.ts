import type { Report } from "../../diagnostics/index.ts";
import type { Manifest } from "../../graph/index.ts";
import { bootstrap, type EdgeConfig } from "../../targets/envoy/index.ts";
import { print, printLiveFiles } from "../live-files.ts";
import type { EdgeWorkload } from "./edge-workload.ts";

/** Kubernetes' own limit, less room for the object around the data. */
const mostBytes = 1_000_000;

/** The file that the proxy is started with. Another content makes new pods. */
export function bootstrapConfigMap(workload: EdgeWorkload, config: EdgeConfig): Manifest {
  return configMap(workload, "bootstrap", { "bootstrap.json": print(bootstrap(config)) });
}

/** What a running proxy takes up. Its name never changes, so that pods see each change and none is replaced. */
export function liveConfigMap(
  workload: EdgeWorkload,
  config: EdgeConfig,
  report: Report,
): Manifest {
  const files = printLiveFiles(config);
  const bytes = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > mostBytes) {
    report.add({
      code: "HED3002",
      severity: "error",
      path: ["sites", config.site.name],
      message: `its configuration has ${String(bytes)} bytes; allowed in a ConfigMap: ${String(mostBytes)}`,
      fix: "spread the hosts over several gateways",
    });
  }
  return configMap(workload, "live", files);
}

function configMap(
  { name, namespace }: EdgeWorkload,
  part: string,
  data: Readonly<Record<string, string>>,
): Manifest {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: `${name}-${part}`, namespace },
    data,
  };
}

import type { Json } from "../../graph/index.ts";
import type { EdgeConfig } from "../../targets/envoy/index.ts";
import type { EdgeWorkload } from "./edge-workload.ts";
import { paths } from "./paths.ts";

interface Volume {
  readonly name: string;
  readonly path: string;
  readonly source: { readonly [key: string]: Json };
}

/**
 * Both ConfigMaps, the Secret of each certificate and that of the identity. Whole folders, because single files are
 * never updated in a running pod.
 */
export function edgeVolumes(
  workload: EdgeWorkload,
  config: EdgeConfig,
): { readonly volumes: readonly Json[]; readonly mounts: readonly Json[] } {
  // Beside others, a name as plain as "live" may be taken.
  const prefix = workload.placement === "sidecar" ? "heddle-edge-" : "";
  const all = [...configVolumes(workload), ...secretVolumes(workload, config)].map((each) => ({
    ...each,
    name: `${prefix}${each.name}`,
  }));
  return {
    volumes: all.map(({ name, source }) => ({ name, ...source })),
    mounts: all.map(({ name, path }) => ({ name, mountPath: path, readOnly: true })),
  };
}

function configVolumes({ name }: EdgeWorkload): readonly Volume[] {
  return (["bootstrap", "live"] as const).map((part) => ({
    name: part,
    path: paths[part],
    source: { configMap: { name: `${name}-${part}` } },
  }));
}

function secretVolumes(
  { name, identitySecret = `${name}-identity` }: EdgeWorkload,
  { site, certificateSecrets }: EdgeConfig,
): readonly Volume[] {
  // Names of Secrets may be too long or have dots, which names of volumes may not.
  const served = certificateSecrets.map((secretName, index) => ({
    name: `certificate-${String(index)}`,
    path: `${paths.certificates}/${secretName}`,
    source: { secret: { secretName, defaultMode: 0o440 } },
  }));
  if (site.identity === "none") return served;
  const identity = { secret: { secretName: identitySecret, defaultMode: 0o440 } };
  return [...served, { name: "identity", path: paths.identity, source: identity }];
}

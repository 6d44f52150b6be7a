import { baseFiles } from "./base-files.ts";
import type { ImageSpec } from "./image-file.ts";
import { iptablesFiles } from "./iptables-files.ts";
import { sharedLibraries } from "./shared-libraries.ts";

/** Registry path and tag under which the bench has Istio's images; give both to the charts. */
export const istioImages = { hub: "docker.io/istio", tag: "heddle" } as const;

/** What the images of Istio are made of. */
export interface IstioBinaries {
  readonly pilotDiscovery: string;
  readonly pilotAgent: string;
  readonly envoy: string;
  /** Envoy's bootstrap template, `envoy_bootstrap.json` of the Istio release. */
  readonly bootstrapTemplate: string;
}

/** Istio's control plane, as the charts expect it. */
export async function istiodImage({ pilotDiscovery }: IstioBinaries): Promise<ImageSpec> {
  return {
    name: `${istioImages.hub}/pilot`,
    tag: istioImages.tag,
    files: [
      { path: "/usr/local/bin/pilot-discovery", source: pilotDiscovery },
      ...baseFiles(),
      ...(await sharedLibraries([pilotDiscovery])),
    ],
    entrypoint: ["/usr/local/bin/pilot-discovery"],
    user: "1337:1337",
  };
}

/** Sidecar, gateway and the init container that redirects traffic. */
export async function proxyImage(binaries: IstioBinaries): Promise<ImageSpec> {
  const { pilotAgent, envoy, bootstrapTemplate } = binaries;
  return {
    name: `${istioImages.hub}/proxyv2`,
    tag: istioImages.tag,
    files: [
      { path: "/usr/local/bin/pilot-agent", source: pilotAgent },
      { path: "/usr/local/bin/envoy", source: envoy },
      {
        path: "/var/lib/istio/envoy/envoy_bootstrap_tmpl.json",
        source: bootstrapTemplate,
        mode: 0o644,
      },
      ...baseFiles(),
      ...(await iptablesFiles()),
      ...(await sharedLibraries([pilotAgent, envoy])),
    ],
    entrypoint: ["/usr/local/bin/pilot-agent"],
  };
}

import {
  ComponentResource,
  log,
  type ComponentResourceOptions,
  type CustomResource,
  type CustomResourceOptions,
} from "@pulumi/pulumi";
import { formatDiagnostics } from "../diagnostics/index.ts";
import { clusterHost, type Manifest } from "../graph/index.ts";
import type { MeshDefinition } from "../model/index.ts";
import type { LoadedMesh } from "../source/load-mesh.ts";
import { checkEdge, type CheckedSite } from "./check-edge.ts";
import type { EdgeProxyArgs, EdgeTransforms } from "./edge-proxy-args.ts";
import { manifestResource } from "./manifest-resource.ts";

/**
 * The gateways of a mesh without a control plane: at each site an Envoy with its whole configuration, the same routes
 * everywhere but for what a site says of its own. A change of routes reaches running proxies through a mounted ConfigMap: no pod is replaced and no
 * connection is cut.
 */
export class EdgeProxy<
  const Site extends string = string,
  Source extends MeshDefinition | LoadedMesh = MeshDefinition | LoadedMesh,
> extends ComponentResource {
  /** DNS name of each site's proxies in its cluster. */
  readonly hosts: Readonly<Record<Site, string>>;
  /**
   * Where a site's place is `sidecar`: puts its proxy into a workload, for the `transform.deployment` of who makes that.
   */
  readonly sidecars: Readonly<Partial<Record<Site, (owner: Manifest) => Manifest>>>;
  readonly nodes: {
    /** The objects of each site. */
    readonly sites: Readonly<Record<Site, readonly CustomResource[]>>;
    /** One Service a version, where proxies find versions by DNS. */
    readonly versionServices: readonly CustomResource[];
  };

  /** @throws HeddleError with everything that is wrong, before anything is registered. */
  constructor(name: string, args: EdgeProxyArgs<Site, Source>, options?: ComponentResourceOptions) {
    const { stages, versionServices, warnings } = checkEdge(args);
    const sites = stages.flat();
    super("heddle:index:EdgeProxy", name, { sites: sites.map((each) => each.name) }, options);
    if (warnings.length > 0) void log.info(formatDiagnostics(warnings), this);
    const { transform = {} } = args;
    const versions = versionServices.map((each) => {
      return edgeResource(name, each, transform, { parent: this });
    });
    const registered: [string, readonly CustomResource[]][] = [];
    let stageBefore: readonly CustomResource[] = [];
    for (const stage of stages) {
      const made = stage.map((site): [string, readonly CustomResource[]] => [
        site.name,
        this.registerSite(name, site, transform, { versions, stageBefore }),
      ]);
      registered.push(...made);
      stageBefore = made.flatMap(([, resources]) => resources);
    }
    // Every site was checked and is there.
    this.nodes = {
      versionServices: versions,
      sites: Object.fromEntries(registered) as Record<Site, readonly CustomResource[]>,
    };
    this.hosts = Object.fromEntries(
      sites.map(({ name: site, object }) => [site, clusterHost(object.name, object.namespace)]),
    ) as Record<Site, string>;
    const beside = sites.flatMap(({ name: site, sidecar }) =>
      sidecar === undefined ? [] : [[site, sidecar] as const],
    );
    this.sidecars = Object.fromEntries(beside) as Partial<
      Record<Site, (owner: Manifest) => Manifest>
    >;
    this.registerOutputs({ hosts: this.hosts });
  }

  /** What a proxy reads exists before it starts, and nothing changes before the sites of the stage before. */
  private registerSite(
    name: string,
    { name: site, manifests, provider }: CheckedSite,
    transform: EdgeTransforms,
    after: {
      readonly versions: readonly CustomResource[];
      readonly stageBefore: readonly CustomResource[];
    },
  ): readonly CustomResource[] {
    const before: CustomResource[] = [];
    const options = { parent: this, ...(provider === undefined ? {} : { provider }) };
    return manifests.map((manifest) => {
      const own = runsPods(manifest) ? [...after.versions, ...before] : [];
      const dependsOn = [...after.stageBefore, ...own];
      const made = edgeResource(`${name}-${site}`, manifest, transform, { ...options, dependsOn });
      before.push(made);
      return made;
    });
  }
}

function edgeResource(
  prefix: string,
  original: Manifest,
  transform: EdgeTransforms,
  options: CustomResourceOptions,
): CustomResource {
  const hooks: Readonly<Record<string, EdgeTransforms[keyof EdgeTransforms]>> = {
    ServiceAccount: transform.serviceAccount,
    ConfigMap: transform.configMap,
    Deployment: transform.deployment,
    DaemonSet: transform.daemonSet,
    Service: transform.service,
  };
  const manifest = hooks[original.kind]?.(original) ?? original;
  return manifestResource(prefix, manifest, {}, options);
}

function runsPods({ kind }: Manifest): boolean {
  return kind === "Deployment" || kind === "DaemonSet";
}

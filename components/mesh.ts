import {
  ComponentResource,
  log,
  type ComponentResourceOptions,
  type CustomResource,
  type Resource,
} from "@pulumi/pulumi";
import { formatDiagnostics } from "../diagnostics/index.ts";
import { sharedHostRouteName, type Manifest } from "../graph/index.ts";
import { servicesOf, type Mesh as MeshModel, type MeshDefinition } from "../model/index.ts";
import type { LoadedMesh } from "../source/load-mesh.ts";
import { checkMesh } from "./check-mesh.ts";
import type { ControlPlane } from "./control-plane.ts";
import { checkControlPlane } from "./check-control-plane.ts";
import { manifestResource } from "./manifest-resource.ts";
import type { ManifestTransforms } from "./manifest-transforms.ts";
import { MeshService } from "./mesh-service.ts";
import type { Feature } from "../targets/features.ts";
import { isDeployed } from "../targets/kubernetes/index.ts";
import { outsideLabels, podAnnotations, serviceAnnotations } from "../targets/istio/index.ts";
import { namedHosts } from "./named-hosts.ts";

export interface MeshArgs {
  /** The mesh as `defineMesh` or `loadMesh` gives it. */
  readonly mesh: MeshDefinition | LoadedMesh;
  /** Nothing that needs istiod is made before it is ready. Without it, istiod must already run. */
  readonly controlPlane?: ControlPlane;
  /** What Istio cannot express of the mesh, by the name of the feature, and nobody minds. Default none. */
  readonly acceptLosses?: readonly Feature[];
  /** Last changes to single objects, by kind. */
  readonly transform?: ManifestTransforms;
}

/**
 * Everything that a model says, on a cluster. First namespaces, then what can be called and how, then the routes that
 * call it: no proxy ever hears of a destination that does not exist yet, and a route leaves before its destination.
 */
export class Mesh extends ComponentResource {
  /** The model with every default filled in. */
  readonly model: MeshModel;
  readonly nodes: {
    /** By name. */
    readonly namespaces: Readonly<Record<string, CustomResource>>;
    /** By name; those with workloads in the mesh. */
    readonly services: Readonly<Record<string, MeshService>>;
    /** Gateways, destination rules, service entries, mTLS, tokens, access and what is counted for limits. */
    readonly policies: readonly CustomResource[];
    readonly routes: readonly CustomResource[];
  };

  /** @throws HeddleError with everything that is wrong with the model, before anything is registered. */
  constructor(name: string, args: MeshArgs, options?: ComponentResourceOptions) {
    const { mesh, definition, manifests, warnings } = checkMesh(args.mesh, args.acceptLosses);
    checkControlPlane(mesh, args.controlPlane);
    super("heddle:index:Mesh", name, { model: definition }, options);
    if (warnings.length > 0) void log.warn(formatDiagnostics(warnings), this);
    this.model = mesh;
    const { transform = {} } = args;
    const register = (manifest: Manifest, dependsOn: readonly Resource[]): CustomResource =>
      manifestResource(name, manifest, transform, { parent: this, dependsOn: [...dependsOn] });

    const namespaces = manifests
      .filter(isNamespace)
      .map((manifest) => [manifest.metadata.name, register(manifest, [])] as const);
    const ground = [
      ...namespaces.map(([, namespace]) => namespace),
      ...(args.controlPlane?.ready ?? []),
    ];
    const services = servicesOf(mesh)
      .filter(isDeployed)
      .map((service) => {
        const child = { parent: this, dependsOn: ground };
        return [
          service.name,
          new MeshService(
            `${name}-${service.name}`,
            {
              service,
              podAnnotations: podAnnotations(service, mesh),
              serviceAnnotations: serviceAnnotations(service),
              outsideLabels,
              transform,
            },
            child,
          ),
        ] as const;
      });
    const policies = manifests.filter(isPolicy).map((manifest) => register(manifest, ground));
    const route = (manifest: Manifest, before: readonly Resource[]): CustomResource => {
      const hosts = namedHosts(manifest);
      const called = services.filter(([, { host }]) => hosts.has(host));
      return register(manifest, [...policies, ...called.map(([, service]) => service), ...before]);
    };
    const [shared, others] = sharedHostsApart(manifests.filter(isRoute), mesh);
    const ofSharedHosts = shared.map((manifest) => route(manifest, []));
    const routes = others.map((each) => route(each, isOfGateway(each) ? ofSharedHosts : []));
    this.nodes = {
      namespaces: Object.fromEntries(namespaces),
      services: Object.fromEntries(services),
      policies,
      routes: [...ofSharedHosts, ...routes],
    };
    this.registerOutputs({ model: definition });
  }
}

/** Objects of one service are made by its `MeshService`. */
function isPolicy({ apiVersion, kind }: Manifest): boolean {
  return kind === "ConfigMap" || (apiVersion.includes(".istio.io/") && kind !== "VirtualService");
}

function isRoute({ kind }: Manifest): boolean {
  return kind === "VirtualService";
}

/**
 * Routes of hosts of which parts are handed over, and all others. The first part makes a route of its own for its host,
 * which has to be there before the host leaves the route that it was in: in between nobody would answer for it.
 */
function sharedHostsApart(
  routes: readonly Manifest[],
  { gateways }: MeshModel,
): readonly [readonly Manifest[], readonly Manifest[]] {
  const names = new Set(
    Object.values(gateways).flatMap(({ namespace, name, hosts }) =>
      hosts
        .filter(({ paths }) => paths.length > 0)
        .map(({ host }) => `${namespace}/${sharedHostRouteName(name, host)}`),
    ),
  );
  const isShared = ({ metadata: { namespace = "", name } }: Manifest): boolean =>
    names.has(`${namespace}/${name}`);
  return [routes.filter(isShared), routes.filter((each) => !isShared(each))];
}

function isOfGateway({ spec }: Manifest): boolean {
  return typeof spec === "object" && spec !== null && "gateways" in spec;
}

function isNamespace({ kind }: Manifest): boolean {
  return kind === "Namespace";
}

import {
  ComponentResource,
  type ComponentResourceOptions,
  type CustomResource,
} from "@pulumi/pulumi";
import { hostOf, type Manifest } from "../graph/index.ts";
import type { WorkloadService } from "../model/index.ts";
import { deployment, service, serviceAccount } from "../targets/kubernetes/index.ts";
import { manifestResource } from "./manifest-resource.ts";
import type { ManifestTransforms } from "./manifest-transforms.ts";

export interface MeshServiceArgs {
  /** One of a mesh's services, as `parseMesh` gives it. */
  readonly service: WorkloadService;
  /** Annotations of every pod, for example what the mesh product needs. Default none. */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /** Annotations of the Service. Default none. */
  readonly serviceAnnotations?: Readonly<Record<string, string>>;
  /** Labels of pods without a proxy. */
  readonly outsideLabels?: Readonly<Record<string, string>>;
  /** Last changes to single objects, by kind. */
  readonly transform?: ManifestTransforms;
}

/**
 * One service with its identity and its workloads: a ServiceAccount, a Service unless it has a host of its own, and a
 * Deployment for each version that has an image. Done when every Deployment is available.
 */
export class MeshService extends ComponentResource {
  /** DNS name under which the mesh knows it. */
  readonly host: string;
  readonly nodes: {
    readonly serviceAccount: CustomResource;
    /** Undefined for a service with a host of its own. */
    readonly service: CustomResource | undefined;
    /** In the order of the versions. */
    readonly deployments: readonly CustomResource[];
  };

  constructor(name: string, args: MeshServiceArgs, options?: ComponentResourceOptions) {
    const { service: model, transform = {} } = args;
    super("heddle:index:MeshService", name, { service: model }, options);
    this.host = hostOf(model);
    const register = (manifest: Manifest, ...dependsOn: CustomResource[]): CustomResource =>
      manifestResource(name, manifest, transform, { parent: this, dependsOn });

    const account = register(serviceAccount(model));
    const deployments = model.versions.flatMap((version) => deployment(model, version, args) ?? []);
    this.nodes = {
      serviceAccount: account,
      service:
        model.host === undefined ? register(service(model, args.serviceAnnotations)) : undefined,
      deployments: deployments.map((each) => register(each, account)),
    };
    this.registerOutputs({ host: this.host });
  }
}

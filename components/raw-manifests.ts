import {
  ComponentResource,
  type ComponentResourceOptions,
  type CustomResource,
} from "@pulumi/pulumi";
import type { Manifest } from "../graph/index.ts";
import type { ControlPlane } from "./control-plane.ts";
import { manifestResource } from "./manifest-resource.ts";

export interface RawManifestsArgs {
  /** Kubernetes objects of any kind, as data. */
  readonly manifests: readonly Manifest[];
  /** Nothing is made before it is ready. Without it, istiod must already run. */
  readonly controlPlane?: ControlPlane;
}

/**
 * Hand-written objects beside a mesh, deployed as they are. Policy packs read them like the generated ones, in one
 * graph with them.
 */
export class RawManifests extends ComponentResource {
  readonly nodes: { readonly manifests: readonly CustomResource[] };

  constructor(name: string, args: RawManifestsArgs, options?: ComponentResourceOptions) {
    super("heddle:index:RawManifests", name, {}, options);
    const child = { parent: this, dependsOn: [...(args.controlPlane?.ready ?? [])] };
    this.nodes = {
      manifests: args.manifests.map((manifest) => manifestResource(name, manifest, {}, child)),
    };
    this.registerOutputs();
  }
}

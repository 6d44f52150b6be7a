import {
  ComponentResource,
  type ComponentResourceOptions,
  type CustomResource,
  type Resource,
} from "@pulumi/pulumi";
import { createReport, HeddleError } from "../diagnostics/index.ts";
import { hostOf, type Manifest } from "../graph/index.ts";
import { countingService } from "../model/index.ts";
import { directPort, outsideLabels, podAnnotations } from "../targets/istio/index.ts";
import { rateLimitManifests, type RateLimitSettings } from "../targets/rate-limit-service/index.ts";
import { manifestResource } from "./manifest-resource.ts";
import type { Mesh } from "./mesh.ts";

export interface RateLimitServiceArgs extends RateLimitSettings {
  /** The mesh whose `globalLimits` name the service. */
  readonly mesh: Mesh;
  /** Last changes to single objects, by kind. Name and namespace must stay. */
  readonly transform?: RateLimitTransforms;
}

/** The way to every upstream field: one hook per kind. */
export type RateLimitTransforms = {
  readonly [Kind in "serviceAccount" | "networkPolicy" | "service" | "deployment"]?: (
    manifest: Manifest,
  ) => Manifest;
};

/**
 * Envoy's rate limit service: it counts the limits of a mesh that all instances of a service keep together. It is one of
 * the services of the mesh, with a proxy and an identity, and lets in whoever has such a limit.
 *
 * @example
 * new RateLimitService("ratelimit", {
 *   mesh,
 *   redis: { kind: "deployed", password: { secret: "redis", key: "password" } },
 * });
 */
export class RateLimitService extends ComponentResource {
  /** DNS name under which the mesh knows it. */
  readonly host: string;
  readonly nodes: {
    /** In the order in which they are made: those of Redis first, where it is deployed. */
    readonly objects: readonly CustomResource[];
  };

  /** @throws HeddleError HED3020 or HED3021 with everything that is wrong, before anything is registered. */
  constructor(name: string, args: RateLimitServiceArgs, options?: ComponentResourceOptions) {
    const { mesh, transform = {}, ...settings } = args;
    const report = createReport();
    const pods = { podAnnotations, outsideLabels, directPort };
    const manifests = rateLimitManifests(mesh.model, settings, report, pods);
    if (report.has("error")) throw new HeddleError(report.diagnostics());
    super("heddle:index:RateLimitService", name, { settings }, options);
    const counting = countingService(mesh.model)?.service;
    const namespace = mesh.nodes.namespaces[counting?.namespace ?? ""];
    const ground: Resource[] = [
      ...(namespace === undefined ? [] : [namespace]),
      // What it counts is one of the mesh's objects, and so are the rules of who may ask.
      ...mesh.nodes.policies,
    ];
    const objects: CustomResource[] = [];
    for (const manifest of manifests) {
      const dependsOn = manifest.kind === "Deployment" ? [...ground, ...objects] : ground;
      const changed = transformed(manifest, transform);
      objects.push(manifestResource(name, changed, {}, { parent: this, dependsOn }));
    }
    this.nodes = { objects };
    this.host = counting === undefined ? "" : hostOf(counting);
    this.registerOutputs({ host: this.host });
  }
}

function transformed(manifest: Manifest, transform: RateLimitTransforms): Manifest {
  const hooks: Readonly<Record<string, RateLimitTransforms[keyof RateLimitTransforms]>> = {
    ServiceAccount: transform.serviceAccount,
    NetworkPolicy: transform.networkPolicy,
    Service: transform.service,
    Deployment: transform.deployment,
  };
  return hooks[manifest.kind]?.(manifest) ?? manifest;
}

import type { CustomResource, CustomResourceOptions } from "@pulumi/pulumi";
import { CustomResource as CustomObject } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { DaemonSet, type DaemonSetArgs } from "@pulumi/kubernetes/apps/v1/daemonSet.js";
import { Deployment, type DeploymentArgs } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { ConfigMap, type ConfigMapArgs } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Namespace, type NamespaceArgs } from "@pulumi/kubernetes/core/v1/namespace.js";
import { Service, type ServiceArgs } from "@pulumi/kubernetes/core/v1/service.js";
import {
  ServiceAccount,
  type ServiceAccountArgs,
} from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import type { Manifest } from "../graph/index.ts";
import { applyTransform, type ManifestTransforms } from "./manifest-transforms.ts";

/** Turns an object as data into the resource that keeps it on the cluster. */
type Make = (name: string, manifest: Manifest, options: CustomResourceOptions) => CustomResource;

/** Kinds with a class of their own: Pulumi waits for them as it knows how. Every other kind is a custom object. */
const classes: Readonly<Record<string, Make>> = {
  "v1/Namespace": (name, manifest, options) =>
    new Namespace(name, manifest as NamespaceArgs, options),
  "v1/ConfigMap": (name, manifest, options) =>
    new ConfigMap(name, manifest as ConfigMapArgs, options),
  "v1/ServiceAccount": (name, manifest, options) =>
    new ServiceAccount(name, manifest as ServiceAccountArgs, options),
  "v1/Service": (name, manifest, options) => new Service(name, manifest as ServiceArgs, options),
  "apps/v1/Deployment": (name, manifest, options) =>
    new Deployment(name, manifest as DeploymentArgs, options),
  "apps/v1/DaemonSet": (name, manifest, options) =>
    new DaemonSet(name, manifest as DaemonSetArgs, options),
};

/** Versions in which an API server also serves Istio's kinds. */
const olderVersions: Readonly<Record<string, readonly string[]>> = {
  "networking.istio.io/v1": ["networking.istio.io/v1beta1", "networking.istio.io/v1alpha3"],
  "security.istio.io/v1": ["security.istio.io/v1beta1"],
};

/**
 * Registers one object. Its logical name is `<prefix>:<namespace>/<name>`, as Pulumi names the objects of a chart; it
 * is part of the project's contract. Pulumi puts the API version into a resource's type: the aliases let an object
 * that was registered under an older version go on living instead of being deleted and made again.
 */
export function manifestResource(
  prefix: string,
  original: Manifest,
  transforms: ManifestTransforms,
  options: CustomResourceOptions,
): CustomResource {
  const manifest = applyTransform(original, transforms);
  const { apiVersion, kind, metadata } = manifest;
  const path =
    metadata.namespace === undefined ? metadata.name : `${metadata.namespace}/${metadata.name}`;
  const make = classes[`${apiVersion}/${kind}`] ?? customObject;
  return make(`${prefix}:${path}`, manifest, options);
}

const customObject: Make = (name, manifest, options) => {
  const aliases = (olderVersions[manifest.apiVersion] ?? []).map((version) => ({
    type: `kubernetes:${version}:${manifest.kind}`,
  }));
  return new CustomObject(name, manifest, { ...options, aliases });
};

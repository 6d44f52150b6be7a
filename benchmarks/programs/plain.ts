/**
 * The same objects as somebody writes them without Heddle: one resource each, custom ones for Istio's kinds, namespaces
 * first, the SDK imported as its manual shows.
 */
import { readFileSync } from "node:fs";
import * as k8s from "@pulumi/kubernetes";
import { Config, type CustomResource } from "@pulumi/pulumi";
import type { Manifest } from "../../graph/index.ts";

const file = new Config("heddle").require("manifests");
const manifests = JSON.parse(readFileSync(file, "utf8")) as readonly Manifest[];

const create = (manifest: Manifest, dependsOn: CustomResource[] = []): CustomResource => {
  const name = `${manifest.metadata.namespace ?? ""}/${manifest.metadata.name}`;
  const options = { dependsOn };
  switch (manifest.kind) {
    case "Namespace":
      return new k8s.core.v1.Namespace(name, manifest as object, options);
    case "ServiceAccount":
      return new k8s.core.v1.ServiceAccount(name, manifest as object, options);
    case "Service":
      return new k8s.core.v1.Service(name, manifest as object, options);
    case "Deployment":
      return new k8s.apps.v1.Deployment(name, manifest as object, options);
    default:
      return new k8s.apiextensions.CustomResource(name, manifest, options);
  }
};

const isNamespace = ({ kind }: Manifest): boolean => kind === "Namespace";
const namespaces = manifests.filter(isNamespace).map((each) => create(each));
for (const manifest of manifests) if (!isNamespace(manifest)) create(manifest, namespaces);

import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import type { Resource } from "@pulumi/pulumi";
import { resolve } from "node:path";
import { defaultImage } from "../../../edge/kubernetes/index.ts";
import type { Manifest } from "../../../graph/index.ts";
import { envoyGatewayDoor } from "./namespaces.ts";

/** The GatewayClass that Envoy Gateway serves. */
export const envoyGatewayClass: Manifest = {
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "GatewayClass",
  metadata: { name: "envoy-gateway" },
  spec: { controllerName: "gateway.envoyproxy.io/gatewayclass-controller" },
};

/**
 * Envoy Gateway from its official chart, without the kinds, which the cluster has. A release, because a hook of the chart
 * makes the certificates between Envoy Gateway and its proxies. The proxies are the Envoy that the other doors run, and their
 * Service has a name that can be known before.
 */
export function envoyGateway(chart: string): { readonly installed: Resource } {
  const namespace = new Namespace("envoy-gateway-home", {
    metadata: { name: envoyGatewayDoor.namespace },
  });
  const small = { requests: { cpu: "10m", memory: "32Mi" } };
  const installed = new Release(
    "envoy-gateway",
    {
      chart: resolve(chart),
      name: "eg",
      namespace: envoyGatewayDoor.namespace,
      values: {
        crds: { enabled: false },
        topologyInjector: { enabled: false },
        deployment: { envoyGateway: { resources: small } },
        config: {
          envoyGateway: {
            envoyProxy: {
              provider: {
                type: "Kubernetes",
                kubernetes: {
                  envoyDeployment: { container: { image: defaultImage, resources: small } },
                  envoyService: { name: envoyGatewayDoor.service, type: "ClusterIP" },
                },
              },
            },
          },
        },
      },
    },
    { dependsOn: [namespace] },
  );
  return { installed };
}

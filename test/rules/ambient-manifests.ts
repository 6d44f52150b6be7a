import { object, service } from "./manifests.ts";

// Manifests of ambient mode for tests.

export const namespace = (name: string, ...labels: readonly string[]) =>
  `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${name}, labels: { ${labels.join(", ")} } }\n`;
export const labelled = (name: string, labels: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: shop, labels: { ${labels} } }\nspec: { selector: { app: ${name} }, ports: [{ name: http, port: 80 }] }\n`;
export const mode = "istio.io/dataplane-mode: ambient";
export const use = "istio.io/use-waypoint: way";
export const ambient = namespace("shop", mode);
export const enrolled = namespace("shop", mode, use);
export const cart = service("cart");
export const gateway = (className: string, listener: object = {}, at = "way", more = "") =>
  object("gateway.networking.k8s.io/v1", "Gateway", at, {
    gatewayClassName: className,
    listeners: [{ name: "mesh", port: 15008, protocol: "HBONE", ...listener }],
  }).replace("metadata:", `metadata:\n${more}`);

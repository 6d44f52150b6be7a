import { isPlainObject } from "../../model/is-plain-object.ts";

/** How the configuration of an Envoy becomes an object, so that rules find it like all else. */
export const envoyHead = { apiVersion: "envoyproxy.io/v3", kind: "Bootstrap" } as const;

const parts = ["static_resources", "dynamic_resources", "staticResources", "dynamicResources"];

/** Whether a value is what an Envoy is started with: https://www.envoyproxy.io/docs/envoy/latest/configuration/overview/bootstrap */
export function isEnvoyBootstrap(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isPlainObject(value) || "kind" in value) return false;
  return parts.some((each) => each in value) || isDiscovery(value["resources"]);
}

/** Whether it is a file of resources, which a running Envoy reads: listeners, clusters, routes. */
function isDiscovery(resources: unknown): boolean {
  return (
    Array.isArray(resources) &&
    resources.length > 0 &&
    resources.every(
      (each: unknown) =>
        isPlainObject(each) &&
        typeof each["@type"] === "string" &&
        each["@type"].startsWith("type.googleapis.com/envoy."),
    )
  );
}

/** The name that findings give it: its node's. */
export function envoyName({ node }: Readonly<Record<string, unknown>>): string {
  return isPlainObject(node) && typeof node["id"] === "string" ? node["id"] : "envoy";
}

import { isPlainObject } from "../../model/is-plain-object.ts";

/** How the configuration of an Envoy becomes an object, so that rules find it like all else. */
export const envoyHead = { apiVersion: "envoyproxy.io/v3", kind: "Bootstrap" } as const;

const parts = ["static_resources", "dynamic_resources", "staticResources", "dynamicResources"];

/** Whether a value is what an Envoy is started with: https://www.envoyproxy.io/docs/envoy/latest/configuration/overview/bootstrap */
export function isEnvoyBootstrap(value: unknown): value is Readonly<Record<string, unknown>> {
  return isPlainObject(value) && !("kind" in value) && parts.some((each) => each in value);
}

/** The name that findings give it: its node's. */
export function envoyName({ node }: Readonly<Record<string, unknown>>): string {
  return isPlainObject(node) && typeof node["id"] === "string" ? node["id"] : "envoy";
}

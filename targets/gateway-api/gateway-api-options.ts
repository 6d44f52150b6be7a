/** Release channels of the Gateway API. Experimental fields may change, and few installations have them. */
export const channels = ["standard", "experimental"] as const;
export type Channel = (typeof channels)[number];

export interface GatewayApiOptions {
  /** The GatewayClass that serves the gateways; `istio` unless said otherwise. */
  readonly className?: string;
  /** Which fields may be used; `standard` unless said otherwise. */
  readonly channel?: Channel;
  /**
   * How the implementation reads values of headers: as `text`, which is what the API means, or as Envoy's own `format`,
   * in which `%…%` is a command and a single `%` is refused. Default `format` for the classes `istio` and
   * `envoy-gateway`, whose implementations hand them on to Envoy, otherwise `text`.
   */
  readonly headerValues?: HeaderValues;
}

export type HeaderValues = "text" | "format";

/** What the implementations that are known by their usual class do with values of headers. */
export function headerValuesOf(className: string): HeaderValues {
  return className === "istio" || className === "envoy-gateway" ? "format" : "text";
}

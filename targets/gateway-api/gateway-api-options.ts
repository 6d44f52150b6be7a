/** Release channels of the Gateway API. Experimental fields may change, and few installations have them. */
export const channels = ["standard", "experimental"] as const;
export type Channel = (typeof channels)[number];

export interface GatewayApiOptions {
  /** The GatewayClass that serves the gateways; `istio` unless said otherwise. */
  readonly className?: string;
  /** Which fields may be used; `standard` unless said otherwise. */
  readonly channel?: Channel;
}

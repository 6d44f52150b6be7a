import type { DiscoveryScope, UnknownHostsMode } from "./vocabulary.ts";

/** What the proxies of a service hear of. */
export interface Discovery {
  readonly scope: DiscoveryScope;
  /** `namespace/host` or `namespace/*`, sorted. */
  readonly also: readonly string[];
  /** Undefined: what the control plane says. */
  readonly unknownHosts?: UnknownHostsMode;
}

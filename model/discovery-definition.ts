import type { DiscoveryScope, UnknownHostsMode } from "./vocabulary.ts";

/** What the proxies of services hear of. A service says it over its mesh, field by field. */
export interface DiscoveryDefinition {
  /** Default `all`: what is no call of the model, such as that to the cluster's own services, goes on working. */
  readonly scope?: DiscoveryScope;
  /**
   * Heard of besides the declared calls, as `namespace/host` or `namespace/*`: what proxies themselves talk to outside
   * the control plane's namespace, such as a collector of traces. A service adds to its mesh's.
   */
  readonly also?: readonly string[];
  /** Default `refuse` with scope `declared-calls`; with `all` what the control plane says for its whole mesh. */
  readonly unknownHosts?: UnknownHostsMode;
}

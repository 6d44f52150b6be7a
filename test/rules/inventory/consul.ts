import type { Checks } from "./checks.ts";

/** Consul-specific. */
export const consulChecks: Checks = {
  "consul-intention-wildcard": { without: "comes with the target Consul" },
  "consul-permissive": { without: "comes with the target Consul" },
  "consul-splitter-sum": { without: "comes with the target Consul" },
  "consul-l7-on-tcp": { without: "comes with the target Consul" },
  "consul-failover-targets": { without: "comes with the target Consul" },
  "consul-tls-min": { without: "comes with the target Consul" },
  "consul-inline-cert": { without: "comes with the target Consul" },
  "consul-export-wide": { without: "comes with the target Consul" },
};

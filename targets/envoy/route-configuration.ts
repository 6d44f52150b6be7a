import type { Resource } from "./fields.ts";

/** The virtual hosts of one door. A port in the Host header does not matter. */
export function routeConfiguration(name: string, virtualHosts: readonly Resource[]): Resource {
  return { name, ignore_port_in_host_matching: true, virtual_hosts: virtualHosts };
}

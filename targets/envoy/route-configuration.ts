import type { Fields, Resource } from "./fields.ts";

/** The virtual hosts of one door. A port in the Host header does not matter. */
export function routeConfiguration(
  name: string,
  virtualHosts: readonly Resource[],
  more: Fields = {},
): Resource {
  return { name, ignore_port_in_host_matching: true, ...more, virtual_hosts: virtualHosts };
}

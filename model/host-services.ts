import type { GatewayHost } from "./mesh.ts";

/** Names of all services that a host leads to, each once: the one of the whole host first. */
export function hostServices({
  service,
  paths,
}: Pick<GatewayHost, "service" | "paths">): readonly string[] {
  const handedOver = paths.map((each) => each.service);
  return [...new Set(service === undefined ? handedOver : [service, ...handedOver])];
}

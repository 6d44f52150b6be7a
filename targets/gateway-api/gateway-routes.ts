import type { Report } from "../../diagnostics/index.ts";
import type { Manifest, RouteNode } from "../../graph/index.ts";
import type { Gateway } from "../../model/index.ts";
import type { Channel } from "./gateway-api-options.ts";
import { gatewayBindings } from "./gateway-bindings.ts";
import { httpPorts } from "./references.ts";
import { requestRoutes, type RoutePlace } from "./request-routes.ts";

/** The routes of a gateway to one service, at its first port that speaks HTTP; none where no port does. */
export function gatewayRoutes(
  route: RouteNode,
  { gateway, ...place }: RoutePlace & { readonly gateway: Gateway },
  channel: Channel,
  report: Report,
): readonly Manifest[] {
  const { service } = place;
  const [port] = httpPorts(service);
  if (port === undefined) return [];
  return requestRoutes(
    { route, ...place, port, channel, report },
    gatewayBindings(gateway, service.name),
  );
}

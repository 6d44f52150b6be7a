import type { TcpRoute, TlsRoute, VirtualService } from "../fields/virtual-service.ts";
import { checkDestination } from "../checks/destination.ts";
import { checkLabels } from "../checks/labels.ts";
import { wildcardDomainProblem } from "../values/dns.ts";
import { gatewayDomainProblem } from "../values/gateway-domain.ts";
import { isSubset } from "../values/host-match.ts";
import { isAddress, subnetProblem } from "../values/ip.ts";
import { portProblem } from "../values/port.ts";
import { checkItems } from "../check-field.ts";
import { each, type Place } from "../place.ts";
import { checkGateways } from "./gateways.ts";
import { checkWeights } from "./weights.ts";

/** A route of TLS connections by the name that the client asks for. */
export function checkTlsRoute(route: TlsRoute, spec: VirtualService, place: Place): void {
  if ((route.match?.length ?? 0) === 0) place.error("a route of TLS needs a `match`");
  checkItems(route, "match", place, (match, at) => {
    const sniHosts = match.sniHosts ?? [];
    if (sniHosts.length === 0) at.error("a match of TLS needs `sniHosts`");
    each(sniHosts, at.at("sniHosts"), (host, place) => {
      checkSniHost(host, spec, place);
    });
    checkConnectionMatch(match, at);
  });
  if ((route.route?.length ?? 0) === 0) place.error("`route` is required");
  checkDestinations(route.route, place.at("route"));
}

/** A route of plain connections. */
export function checkTcpRoute(route: TcpRoute, place: Place): void {
  each(route.match, place.at("match").unheard(), checkConnectionMatch);
  if ((route.route?.length ?? 0) === 0) place.error("`route` is required");
  checkDestinations(route.route, place.at("route"));
}

function checkSniHost(host: string, spec: VirtualService, place: Place): void {
  const { hosts = [], gateways = [] } = spec;
  const problem = gateways.includes("mesh")
    ? wildcardDomainProblem(host)
    : gatewayDomainProblem(host, true);
  if (problem === undefined) {
    if (hosts.some((each) => isSubset(host, each))) return;
    place.error(
      `the SNI host ${JSON.stringify(host)} is covered by none of the hosts ${hosts.join(", ")}`,
    );
  } else if (isAddress(host)) {
    place.warn(`the SNI has no addresses: most clients never send ${JSON.stringify(host)}`);
  } else place.error(problem);
}

type ConnectionMatch = NonNullable<TcpRoute["match"]>[number];

function checkConnectionMatch(match: ConnectionMatch, place: Place): void {
  checkItems(match, "destinationSubnets", place, (subnet, at) => {
    at.error(subnetProblem(subnet));
  });
  if ((match.port ?? 0) !== 0) place.at("port").error(portProblem(match.port ?? 0));
  checkLabels(match.sourceLabels, place.at("sourceLabels"));
  checkGateways(match.gateways, place.at("gateways"));
}

function checkDestinations(destinations: TcpRoute["route"], place: Place): void {
  checkWeights(destinations, place);
  each(destinations, place, ({ destination }, at) => {
    if (destination === undefined) at.error("`destination` is required");
    else checkDestination(destination, at.at("destination"));
  });
}

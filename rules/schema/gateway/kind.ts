import { gatewayFields, type Gateway } from "../fields/networking.ts";
import { defineKind, type Subject } from "../kind.ts";
import { each, isSet, type Place } from "../place.ts";
import { dnsLabelProblem } from "../values/dns.ts";
import { isHttp } from "../values/protocol.ts";
import { checkServer } from "./server.ts";

export const gatewayKind = defineKind({
  type: "networking.istio.io/Gateway",
  versions: ["v1", "v1beta1", "v1alpha3"],
  spec: gatewayFields,
  check: checkGateway,
});

function checkGateway({ servers = [] }: Gateway, place: Place, { name }: Subject): void {
  place.error(dnsLabelProblem(name, "name of the gateway"), "rename it, without dots");
  if (servers.length === 0) place.error("the gateway has no servers");
  const names = new Set<string>();
  each(servers, place.at("servers"), (server, at) => {
    checkServer(server, at);
    if (server.port === undefined) return;
    const { name: port = "", protocol } = server.port;
    if (names.has(port)) {
      at.at("port", "name").error(`two servers have the port name ${JSON.stringify(port)}`);
    }
    names.add(port);
    if (!isHttp(protocol) && server.tls?.httpsRedirect === true) {
      const spoken = isSet(protocol) ? protocol : "no protocol";
      at.at("tls", "httpsRedirect").warn(
        `only a server of HTTP can redirect, not one of ${spoken}`,
      );
    }
  });
}

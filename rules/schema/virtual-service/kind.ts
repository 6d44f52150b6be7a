import { checkExportTo } from "../checks/export-to.ts";
import { virtualServiceFields, type VirtualService } from "../fields/virtual-service.ts";
import { defineKind, type Subject } from "../kind.ts";
import { each, type Place } from "../place.ts";
import { checkClaims } from "./claims.ts";
import { checkTcpRoute, checkTlsRoute } from "./connection-routes.ts";
import { checkGateways } from "./gateways.ts";
import { checkHosts, isForGateways } from "./hosts.ts";
import { checkHttpRoute } from "./http-route.ts";

export const virtualServiceKind = defineKind({
  type: "networking.istio.io/VirtualService",
  versions: ["v1", "v1beta1", "v1alpha3"],
  spec: virtualServiceFields,
  check: checkVirtualService,
});

function checkVirtualService(spec: VirtualService, place: Place, { namespace }: Subject): void {
  const { hosts = [], http = [], tls = [], tcp = [], gateways } = spec;
  const delegate = hosts.length === 0;
  if (delegate) checkDelegate(spec, place);
  checkGateways(gateways, place.at("gateways"));
  if (!isForGateways(spec)) checkClaims(spec, place.at("http"));
  checkHosts(spec, place.at("hosts"));
  if (http.length + tls.length + tcp.length === 0) {
    place.error("the VirtualService has no routes", "add `http`, `tls` or `tcp`");
  }
  each(http, place.at("http"), (route, at) => {
    checkHttpRoute(route, at, delegate);
  });
  each(tls, place.at("tls"), (route, at) => {
    checkTlsRoute(route, spec, at);
  });
  each(tcp, place.at("tcp"), checkTcpRoute);
  checkExportTo({ exportTo: spec.exportTo, namespace }, place.at("exportTo"));
}

/** Without hosts it holds what others delegate to it: rules of HTTP. */
function checkDelegate(spec: VirtualService, place: Place): void {
  for (const name of ["gateways", "tls", "tcp"] as const) {
    if ((spec[name]?.length ?? 0) > 0) {
      place
        .at(name)
        .error(`without \`hosts\` others delegate to it: \`${name}\` cannot be set`, "set `hosts`");
    }
  }
}

import type { KubernetesRouteFilter } from "../../graph/kinds/gateway-api.ts";
import { each, type Place } from "../schema/place.ts";

/** What a header cannot hold: characters that end it. */
const control = /[\0\r\n]/;
const path = /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})*$/;

/** What the definitions of routes refuse in the settings of a filter. */
export function checkFilter(filter: KubernetesRouteFilter, place: Place): void {
  for (const field of ["requestHeaderModifier", "responseHeaderModifier"] as const) {
    const { set = [], add = [], remove = [] } = filter[field] ?? {};
    const at = place.at(field);
    for (const [key, list] of Object.entries({ set, add })) {
      const names = list.map(({ name = "" }) => name.toLowerCase());
      each(list, at.at(key), ({ name = "", value = "" }, header, index) => {
        if (names.indexOf(name.toLowerCase()) < index) header.error(`${name} is there twice`);
        if (control.test(value)) header.at("value").error(`the value of ${name} has a line end`);
      });
    }
    each(remove, at.at("remove"), (name, header, index) => {
      if (remove.indexOf(name) < index) header.error(`${name} is there twice`);
    });
  }
  const { protocol, http } = filter.externalAuth ?? {};
  if (filter.externalAuth !== undefined && protocol !== "HTTP" && protocol !== "GRPC") {
    place.at("externalAuth").error("externalAuth has the protocol HTTP or GRPC");
  }
  if (http?.path !== undefined && !path.test(http.path)) {
    place.at("externalAuth", "http", "path").error(`${http.path} has characters that no path has`);
  }
}

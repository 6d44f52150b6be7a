import type { KubernetesRouteFilter } from "../../graph/kinds/gateway-api.ts";
import { each, type Place } from "../schema/place.ts";

/** What a header cannot hold: characters that end it. */
const control = /[\0\r\n]/;
const path = /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})*$/;

type PathChange = NonNullable<NonNullable<KubernetesRouteFilter["urlRewrite"]>["path"]>;

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
    place
      .at("externalAuth", "http")
      .at("path")
      .error(`${http.path} has characters that no path has`);
  }
  for (const field of ["requestRedirect", "urlRewrite"] as const) {
    checkPath(filter[field]?.path, place.at(field, "path"));
  }
  const cors = filter.cors ?? {};
  for (const field of ["allowOrigins", "allowMethods"] as const) {
    const list = cors[field] ?? [];
    if (list.includes("*") && list.length > 1) place.at("cors", field).error('"*" stands alone');
  }
  const { backendRef, percent, fraction } = filter.requestMirror ?? {};
  const { group = "", kind = "Service", port } = backendRef ?? {};
  if (backendRef !== undefined && group === "" && kind === "Service" && port === undefined) {
    place.at("requestMirror", "backendRef").error("a Service as a backend needs a port");
  }
  if (percent !== undefined && fraction !== undefined) {
    place.at("requestMirror").error("`percent` and `fraction` exclude each other");
  }
  if ((fraction?.numerator ?? 0) > (fraction?.denominator ?? 100)) {
    place.at("requestMirror", "fraction").error("the numerator is larger than the denominator");
  }
}

/** The new path stands in the field that the type names, and in no other. */
function checkPath(change: PathChange | undefined, place: Place): void {
  if (change === undefined) return;
  const { type = "" } = change;
  for (const [wanted, field] of [
    ["ReplaceFullPath", "replaceFullPath"],
    ["ReplacePrefixMatch", "replacePrefixMatch"],
  ] as const) {
    const given = change[field] !== undefined;
    if (type === wanted && !given) place.error(`the type ${wanted} needs ${field}`);
    if (type !== wanted && given) place.at(field).error(`${field} goes with the type ${wanted}`);
  }
}

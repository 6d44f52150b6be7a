import type { KubernetesRouteFilter, KubernetesRouteRule } from "../../graph/kinds/gateway-api.ts";
import { each, type Place } from "../schema/place.ts";
import { checkFilter } from "./filter-faults.ts";

/** Filters, and the field that holds the settings of each. */
const fields: Readonly<Record<string, keyof KubernetesRouteFilter>> = {
  RequestHeaderModifier: "requestHeaderModifier",
  ResponseHeaderModifier: "responseHeaderModifier",
  RequestMirror: "requestMirror",
  RequestRedirect: "requestRedirect",
  URLRewrite: "urlRewrite",
  CORS: "cors",
  ExternalAuth: "externalAuth",
  ExtensionRef: "extensionRef",
};
const repeatable: ReadonlySet<string> = new Set(["RequestMirror", "ExtensionRef"]);

/** The filters of a rule, and what goes with them. */
export function checkFilters(rule: KubernetesRouteRule, place: Place): void {
  const { filters = [], backendRefs = [], matches } = rule;
  checkListOfFilters(filters, matches, place.at("filters"));
  const types = filters.map(({ type }) => type);
  if (!types.includes("RequestRedirect")) return;
  if (types.includes("URLRewrite"))
    place.at("filters").error("a rule redirects or rewrites, not both");
  if (backendRefs.length > 0)
    place.at("backendRefs").error("a rule that redirects has no backends");
}

/** The filters of a rule or of one of its backends. */
export function checkListOfFilters(
  filters: readonly KubernetesRouteFilter[],
  matches: KubernetesRouteRule["matches"],
  place: Place,
): void {
  const types = filters.map(({ type = "" }) => type);
  each(filters, place, (filter, at, index) => {
    const type = filter.type ?? "";
    const field = Object.hasOwn(fields, type) ? fields[type] : undefined;
    if (field === undefined) {
      at.at("type").error(
        `${JSON.stringify(type)} is not one of ${Object.keys(fields).join(", ")}`,
      );
      return;
    }
    if (filter[field] === undefined) at.error(`a filter ${type} needs ${field}`);
    checkFilter(filter, at);
    if (!repeatable.has(type) && types.indexOf(type) < index)
      at.error(`the filter ${type} is there twice`);
    const path = filter.requestRedirect?.path ?? filter.urlRewrite?.path;
    const isPrefix = path?.type === "ReplacePrefixMatch" || path?.replacePrefixMatch !== undefined;
    const prefixes = matches?.filter(
      (match) => (match.path?.type ?? "PathPrefix") === "PathPrefix",
    );
    if (isPrefix && matches !== undefined && (matches.length !== 1 || prefixes?.length !== 1)) {
      at.error("replacePrefixMatch needs exactly one match, of a PathPrefix");
    }
    const status = filter.requestRedirect?.statusCode;
    if (status !== undefined && ![301, 302, 303, 307, 308].includes(status)) {
      at.at("requestRedirect", "statusCode").error(
        `${String(status)} is not one of 301, 302, 303, 307, 308`,
      );
    }
    const scheme = filter.requestRedirect?.scheme;
    if (scheme !== undefined && scheme !== "http" && scheme !== "https") {
      at.at("requestRedirect", "scheme").error(
        `${JSON.stringify(scheme)} is not one of http, https`,
      );
    }
  });
}

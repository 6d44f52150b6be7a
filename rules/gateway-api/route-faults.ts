import type {
  KubernetesRouteFilter,
  KubernetesRouteRule,
  KubernetesRouteSpec,
} from "../../graph/kinds/gateway-api.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { each, type Place } from "../schema/place.ts";
import { checkFilter } from "./filter-faults.ts";
import { isDomain } from "./is-domain.ts";
import { isHostname } from "./is-hostname.ts";
import { checkMatches } from "./match-faults.ts";

const duration = /^(?:\d{1,5}(?:h|m|s|ms)){1,4}$/;
const units: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

const kindName = /^[a-zA-Z](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$/;

type Backend = NonNullable<KubernetesRouteRule["backendRefs"]>[number];

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

/** What the definitions of routes refuse: https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule */
export function checkRoute(
  spec: KubernetesRouteSpec,
  { kind, version }: Pick<KubernetesObject, "kind" | "version">,
  place: Place,
): void {
  const { hostnames = [], rules = [] } = spec;
  // The first version did not ask for one.
  if (kind === "TLSRoute" && version !== "v1alpha2" && hostnames.length === 0) {
    place.at("hostnames").error("a TLSRoute has at least one hostname");
  }
  each(hostnames, place.at("hostnames"), (hostname, at) => {
    if (isHostname(hostname)) return;
    at.error(`${JSON.stringify(hostname)} is neither a DNS name nor one after "*."`);
  });
  if (rules.length > 16) place.at("rules").error("a route has at most 16 rules");
  each(rules, place.at("rules"), (rule, at) => {
    checkMatches(rule, kind, at);
    checkFilters(rule, at);
    checkTimeouts(rule, at);
    each(rule.backendRefs, at.at("backendRefs"), (ref, backend) => {
      const { weight = 1, port, name = "" } = ref;
      checkReference(ref, backend);
      if (weight < 0 || weight > 1_000_000) {
        backend.at("weight").error(`the weight ${String(weight)} is not between 0 and 1000000`);
      }
      if (port !== undefined && (port < 1 || port > 65_535)) {
        backend.at("port").error(`the port ${String(port)} is not between 1 and 65535`);
      }
      if (name === "") backend.error("a backend has a name");
    });
  });
}

/** What a backend is: `kind` and `group` are names of Kubernetes, and a Service has a port. */
function checkReference({ group = "", kind = "Service", port }: Backend, place: Place): void {
  if (group !== "" && !isDomain(group)) {
    place.at("group").error(`${JSON.stringify(group)} is not the name of a group`);
  }
  if (!kindName.test(kind)) {
    place.at("kind").error(`${JSON.stringify(kind)} is not the name of a kind`);
  }
  if (group === "" && kind === "Service" && port === undefined) {
    place.error("a Service as a backend needs a port", "add the port of the Service");
  }
}

function checkFilters(rule: KubernetesRouteRule, place: Place): void {
  const { filters = [], backendRefs = [], matches = [] } = rule;
  const types = filters.map(({ type = "" }) => type);
  each(filters, place.at("filters"), (filter, at, index) => {
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
    const prefixes = matches.filter((match) => (match.path?.type ?? "PathPrefix") === "PathPrefix");
    if (isPrefix && matches.length > 0 && (matches.length !== 1 || prefixes.length !== 1)) {
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
  if (!types.includes("RequestRedirect")) return;
  if (types.includes("URLRewrite"))
    place.at("filters").error("a rule redirects or rewrites, not both");
  if (backendRefs.length > 0)
    place.at("backendRefs").error("a rule that redirects has no backends");
}

function checkTimeouts({ timeouts }: KubernetesRouteRule, place: Place): void {
  const { request, backendRequest } = timeouts ?? {};
  for (const [name, said] of Object.entries({ request, backendRequest })) {
    if (said === undefined || duration.test(said)) continue;
    place
      .at("timeouts", name)
      .error(`${JSON.stringify(said)} is not a duration such as 500ms or 1m30s`);
  }
  const whole = timeOf(request);
  if (whole !== 0 && timeOf(backendRequest) > whole) {
    place.at("timeouts", "backendRequest").error("backendRequest is longer than request");
  }
}

/** In milliseconds; 0 where nothing is said, which means no limit. */
function timeOf(said = ""): number {
  return [...said.matchAll(/(\d+)(ms|[hms])/g)]
    .map(([, count, unit]) => Number(count) * (units[unit ?? ""] ?? 0))
    .reduce((sum, part) => sum + part, 0);
}

import {
  serviceByHost,
  type Json,
  type RouteRuleNode,
  type ServiceNode,
} from "../../graph/index.ts";
import type { Cors, HeaderEdit, Redirect, RouteActions } from "../../model/index.ts";
import type { HeaderValues } from "./gateway-api-options.ts";
import { httpPorts, versionServiceName } from "./references.ts";

type Fields = { readonly [key: string]: Json };

export interface FilterContext {
  readonly services: readonly ServiceNode[];
  /** Port of the service that the route belongs to. */
  readonly port: number;
  /** Namespace of the route. */
  readonly from: string;
  readonly headerValues: HeaderValues;
  /** What takes the place of the whole elements that the rule's only match names. */
  readonly prefix?: string;
}

/**
 * What a rule does beside sending on, as filters. Left out is what has no word here, see the target's features.
 * https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httproutefilter
 */
export function filters(
  { actions = {}, mirror }: RouteRuleNode,
  { prefix, ...context }: FilterContext,
): Json[] {
  const { headers, redirect, cors } = actions;
  return [
    ...(headers === undefined ? [] : modifier("RequestHeaderModifier", headers.request, context)),
    ...(headers === undefined ? [] : modifier("ResponseHeaderModifier", headers.response, context)),
    ...rewriteFilter(actions, prefix),
    ...(redirect === undefined ? [] : [redirectFilter(redirect)]),
    ...(cors === undefined ? [] : corsFilter(cors)),
    ...(mirror === undefined ? [] : mirrorFilter(mirror, context)),
  ];
}

function modifier(
  type: "RequestHeaderModifier" | "ResponseHeaderModifier",
  { set, add, remove }: HeaderEdit,
  { headerValues }: FilterContext,
): Json[] {
  const field =
    type === "RequestHeaderModifier" ? "requestHeaderModifier" : "responseHeaderModifier";
  const pairs = (values: Readonly<Record<string, string>>): Json[] =>
    Object.entries(values).map(([name, value]) => ({ name, value: literal(value, headerValues) }));
  const edits = {
    ...(Object.keys(set).length === 0 ? {} : { set: pairs(set) }),
    ...(Object.keys(add).length === 0 ? {} : { add: pairs(add) }),
    ...(remove.length === 0 ? {} : { remove }),
  };
  return Object.keys(edits).length === 0 ? [] : [{ type, [field]: edits }];
}

/**
 * Values are literal in the Gateway API. istiod and Envoy Gateway hand them to Envoy as they are, which reads `%…%` as a
 * command and does not take a single `%`.
 */
function literal(value: string, headerValues: HeaderValues): string {
  return headerValues === "format" ? value.replaceAll("%", "%%") : value;
}

function fullPath(path: string): Fields {
  return { type: "ReplaceFullPath", replaceFullPath: path };
}

function rewriteFilter({ rewrite }: RouteActions, prefix: string | undefined): Json[] {
  const { path, host } = rewrite ?? {};
  const urlRewrite = {
    ...(host === undefined ? {} : { hostname: host }),
    ...(path?.kind === "full" ? { path: fullPath(path.value) } : {}),
    ...(prefix === undefined
      ? {}
      : { path: { type: "ReplacePrefixMatch", replacePrefixMatch: prefix } }),
  };
  return Object.keys(urlRewrite).length === 0 ? [] : [{ type: "URLRewrite", urlRewrite }];
}

function redirectFilter({ scheme, host, port, path, status }: Redirect): Json {
  return {
    type: "RequestRedirect",
    requestRedirect: {
      ...(scheme === undefined ? {} : { scheme }),
      ...(host === undefined ? {} : { hostname: host }),
      ...(port === undefined ? {} : { port }),
      ...(path === undefined ? {} : { path: fullPath(path) }),
      statusCode: status,
    },
  };
}

function corsFilter({ origins, methods, headers, expose, maxAge, credentials }: Cors): Json[] {
  const named = origins.flatMap(({ kind, value }) => (kind === "exact" ? [value] : []));
  if (named.length === 0) return [];
  return [
    {
      type: "CORS",
      cors: {
        allowOrigins: named,
        ...(methods.length === 0 ? {} : { allowMethods: methods }),
        ...(headers.length === 0 ? {} : { allowHeaders: headers }),
        ...(expose.length === 0 ? {} : { exposeHeaders: expose }),
        ...(maxAge === undefined ? {} : { maxAge: maxAge / 1000 }),
        ...(credentials ? { allowCredentials: true } : {}),
      },
    },
  ];
}

function mirrorFilter(
  { host, subset, percent }: NonNullable<RouteRuleNode["mirror"]>,
  { services, port, from }: FilterContext,
): Json[] {
  const service = serviceByHost({ services }, host);
  if (service === undefined) return [];
  const { name, namespace } = service;
  return [
    {
      type: "RequestMirror",
      requestMirror: {
        backendRef: {
          name: subset === undefined ? name : versionServiceName(name, subset),
          ...(namespace === from ? {} : { namespace }),
          port: subset === undefined ? (httpPorts(service)[0]?.number ?? port) : port,
        },
        ...(Number.isInteger(percent)
          ? { percent }
          : { fraction: { numerator: Math.round(percent * 10_000), denominator: 1_000_000 } }),
      },
    },
  ];
}

import type { RouteRuleNode } from "../../graph/index.ts";
import {
  grpcStatuses,
  type Cors,
  type Fault,
  type HeaderEdit,
  type Redirect,
  type RouteActions,
  type WorkloadService,
} from "../../model/index.ts";
import { corsFilter, faultFilter } from "./action-filters.ts";
import { clusterName } from "./cluster.ts";
import { duration, typed, type Fields } from "./fields.ts";
import { stringMatch } from "./string-match.ts";

/** What changes in a request that is sent on, as fields of `RouteAction`. */
export function forwardActions(
  { actions = {}, mirror }: RouteRuleNode,
  service: WorkloadService,
): Fields {
  const { path, host } = actions.rewrite ?? {};
  return {
    ...(path?.kind === "prefix" ? { prefix_rewrite: path.value } : {}),
    ...(path?.kind === "full"
      ? { regex_rewrite: { pattern: { regex: "^/.*$" }, substitution: path.value } }
      : {}),
    ...(host === undefined ? {} : { host_rewrite_literal: host }),
    // Another service has no cluster here, which the target reports.
    ...(mirror?.subset === undefined
      ? {}
      : {
          request_mirror_policies: [
            {
              cluster: clusterName(service, mirror.subset),
              runtime_fraction: { default_value: share(mirror.percent) },
            },
          ],
        }),
  };
}

/** What the proxy answers itself, at a port as clients see it; `undefined` where requests are sent on. */
export function routeAnswer(actions: RouteActions = {}, publicPort: number): Fields | undefined {
  const { redirect, respond } = actions;
  if (redirect !== undefined) return { redirect: redirectAction(redirect, publicPort) };
  if (respond === undefined) return undefined;
  const { status, body } = respond;
  return {
    direct_response: { status, ...(body === undefined ? {} : { body: { inline_string: body } }) },
  };
}

const responseCodes = {
  301: "MOVED_PERMANENTLY",
  302: "FOUND",
  303: "SEE_OTHER",
  307: "TEMPORARY_REDIRECT",
  308: "PERMANENT_REDIRECT",
} as const;

function redirectAction(redirect: Redirect, publicPort: number): Fields {
  const { scheme, host, path, status } = redirect;
  // Another host is asked at the port that was called; Envoy takes the scheme's own one.
  const stays =
    scheme === undefined && host !== undefined && publicPort !== 80 && publicPort !== 443;
  const port = redirect.port ?? (stays ? publicPort : undefined);
  return {
    ...(scheme === undefined ? {} : { scheme_redirect: scheme }),
    ...(host === undefined ? {} : { host_redirect: host }),
    ...(port === undefined ? {} : { port_redirect: port }),
    ...(path === undefined ? {} : { path_redirect: path }),
    response_code: responseCodes[status],
  };
}

/** What holds for an answer of whatever origin, as fields of `Route`. */
export function routeActions(
  { headers, cors, fault }: RouteActions = {},
  more: Fields = {},
): Fields {
  const filters = {
    ...more,
    ...(cors === undefined ? {} : { [corsFilter]: corsPolicy(cors) }),
    ...(fault === undefined ? {} : { [faultFilter]: httpFault(fault) }),
  };
  return {
    ...(headers === undefined ? {} : editFields("request", headers.request)),
    ...(headers === undefined ? {} : editFields("response", headers.response)),
    ...(Object.keys(filters).length === 0 ? {} : { typed_per_filter_config: filters }),
  };
}

function editFields(side: "request" | "response", { set, add, remove }: HeaderEdit): Fields {
  const options = [
    ...edits(set, "OVERWRITE_IF_EXISTS_OR_ADD"),
    ...edits(add, "APPEND_IF_EXISTS_OR_ADD"),
  ];
  return {
    ...(options.length === 0 ? {} : { [`${side}_headers_to_add`]: options }),
    ...(remove.length === 0 ? {} : { [`${side}_headers_to_remove`]: remove }),
  };
}

/** Envoy reads `%…%` in a value as a command; a value of the model is literal. */
function edits(values: Readonly<Record<string, string>>, action: string): Fields[] {
  return Object.entries(values).map(([key, value]) => ({
    header: { key, value: value.replaceAll("%", "%%") },
    append_action: action,
  }));
}

function corsPolicy({ origins, methods, headers, expose, maxAge, credentials }: Cors): Fields {
  return typed("envoy.extensions.filters.http.cors.v3.CorsPolicy", {
    allow_origin_string_match: origins.map(stringMatch),
    ...(methods.length === 0 ? {} : { allow_methods: methods.join(",") }),
    ...(headers.length === 0 ? {} : { allow_headers: headers.join(",") }),
    ...(expose.length === 0 ? {} : { expose_headers: expose.join(",") }),
    ...(maxAge === undefined ? {} : { max_age: String(maxAge / 1000) }),
    allow_credentials: credentials,
    forward_not_matching_preflights: false,
  });
}

function httpFault({ delay, abort }: Fault): Fields {
  return typed("envoy.extensions.filters.http.fault.v3.HTTPFault", {
    ...(delay === undefined
      ? {}
      : { delay: { fixed_delay: duration(delay.time), percentage: share(delay.percent) } }),
    ...(abort === undefined
      ? {}
      : {
          abort: {
            ...(abort.kind === "http"
              ? { http_status: abort.status }
              : { grpc_status: grpcStatuses.indexOf(abort.status) + 1 }),
            percentage: share(abort.percent),
          },
        }),
  });
}

function share(percent: number): Fields {
  return { numerator: Math.round(percent * 10_000), denominator: "MILLION" };
}

import type { Json, RouteRuleNode } from "../../graph/index.ts";
import {
  printDuration,
  type Cors,
  type Fault,
  type HeaderEdit,
  type HeaderEdits,
  type Rewrite,
  type RouteActions,
} from "../../model/index.ts";

type Fields = { readonly [key: string]: Json };

/**
 * What a rule does beside sending on. Without a port of its own a mirror gets its copies at the port that was called.
 * https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRoute
 */
export function httpActions(
  { actions = {}, mirror }: RouteRuleNode,
  mirrorPort: number | undefined,
): Fields {
  const { rewrite, headers, cors, fault } = actions;
  return {
    ...(rewrite === undefined ? {} : { rewrite: rewriteFields(rewrite) }),
    ...(headers === undefined ? {} : { headers: headersFields(headers) }),
    ...(cors === undefined ? {} : { corsPolicy: corsFields(cors) }),
    ...(fault === undefined ? {} : { fault: faultFields(fault) }),
    ...(mirror === undefined
      ? {}
      : {
          mirrors: [
            {
              destination: {
                host: mirror.host,
                ...(mirror.subset === undefined ? {} : { subset: mirror.subset }),
                ...(mirrorPort === undefined ? {} : { port: { number: mirrorPort } }),
              },
              percentage: { value: mirror.percent },
            },
          ],
        }),
  };
}

/** What the proxy answers itself; `undefined` where requests are sent on. */
export function httpAnswer(actions: RouteActions = {}): Fields | undefined {
  const { redirect, respond } = actions;
  if (redirect !== undefined) {
    const { scheme, host, port, path, status } = redirect;
    return {
      redirect: {
        ...(path === undefined ? {} : { uri: path }),
        ...(host === undefined ? {} : { authority: host }),
        ...(port === undefined ? {} : { port }),
        // Without this another host is asked at the scheme's own port, be it the one that was called or not.
        ...(port === undefined && scheme === undefined && host !== undefined
          ? { derivePort: "FROM_REQUEST_PORT" }
          : {}),
        ...(scheme === undefined ? {} : { scheme }),
        redirectCode: status,
      },
    };
  }
  if (respond === undefined) return undefined;
  const { status, body } = respond;
  return {
    directResponse: { status, ...(body === undefined ? {} : { body: { string: body } }) },
  };
}

/** `uri` replaces what the match names as a prefix; only an expression replaces the whole path whatever matched. */
function rewriteFields({ path, host }: Rewrite): Fields {
  return {
    ...(path?.kind === "prefix" ? { uri: path.value } : {}),
    ...(path?.kind === "full" ? { uriRegexRewrite: { match: "^/.*$", rewrite: path.value } } : {}),
    ...(host === undefined ? {} : { authority: host }),
  };
}

function headersFields({ request, response }: HeaderEdits): Fields {
  const [sent, received] = [editFields(request), editFields(response)];
  return {
    ...(Object.keys(sent).length === 0 ? {} : { request: sent }),
    ...(Object.keys(received).length === 0 ? {} : { response: received }),
  };
}

function editFields({ set, add, remove }: HeaderEdit): Fields {
  return {
    ...(Object.keys(set).length === 0 ? {} : { set: literals(set) }),
    ...(Object.keys(add).length === 0 ? {} : { add: literals(add) }),
    ...(remove.length === 0 ? {} : { remove }),
  };
}

/** Envoy reads `%…%` in a value as a command; a value of the model is literal. */
function literals(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value.replaceAll("%", "%%")]),
  );
}

function corsFields({ origins, methods, headers, expose, maxAge, credentials }: Cors): Fields {
  return {
    allowOrigins: origins.map(({ kind, value }) => ({ [kind]: value })),
    ...(methods.length === 0 ? {} : { allowMethods: methods }),
    ...(headers.length === 0 ? {} : { allowHeaders: headers }),
    ...(expose.length === 0 ? {} : { exposeHeaders: expose }),
    ...(maxAge === undefined ? {} : { maxAge: printDuration(maxAge) }),
    allowCredentials: credentials,
    unmatchedPreflights: "IGNORE",
  };
}

function faultFields({ delay, abort }: Fault): Fields {
  return {
    ...(delay === undefined
      ? {}
      : {
          delay: { fixedDelay: printDuration(delay.time), percentage: { value: delay.percent } },
        }),
    ...(abort === undefined
      ? {}
      : {
          abort: {
            ...(abort.kind === "http"
              ? { httpStatus: abort.status }
              : { grpcStatus: abort.status.toUpperCase().replaceAll("-", "_") }),
            percentage: { value: abort.percent },
          },
        }),
  };
}

import { z } from "zod";
import type { KubernetesRouteRule } from "../../graph/kinds/gateway-api.ts";
import { each, type Place } from "../schema/place.ts";

const methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"];
const pathTypes = ["Exact", "PathPrefix", "RegularExpression"];
const valueTypes = ["Exact", "RegularExpression"];
const forbidden = ["//", "/./", "/../", "%2f", "%2F", "#"];
const characters = /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2}|#)+$/;
const token = /^[A-Za-z0-9!#$%&'*+\-.^_|~`]+$/;

type Match = NonNullable<KubernetesRouteRule["matches"]>[number];

/** What the definitions of routes refuse in their matches. */
export function checkMatches(
  { matches = [] }: KubernetesRouteRule,
  kind: string,
  place: Place,
): void {
  if (matches.length > 64) place.at("matches").error("a rule has at most 64 matches");
  each(matches, place.at("matches"), (match, at) => {
    if (kind === "HTTPRoute") checkHttp(match, at);
    if (kind === "GRPCRoute") checkCall(match, at.at("method"));
    for (const field of ["headers", "queryParams"] as const) {
      const names = (match[field] ?? []).map(({ name = "" }) => name);
      each(match[field], at.at(field), ({ type = "Exact", name = "" }, value, index) => {
        if (names.indexOf(name) < index) value.error(`${name} is there twice`);
        if (!valueTypes.includes(type)) {
          value.at("type").error(`${JSON.stringify(type)} is not one of ${valueTypes.join(", ")}`);
        }
        if (!token.test(name))
          value
            .at("name")
            .error(`${JSON.stringify(name)} is not the name of a header or a parameter`);
      });
    }
  });
}

const call = z.object({
  type: z.string().default("Exact"),
  service: z.string().optional(),
  method: z.string().optional(),
});

/** A call of gRPC: by its service, its method, or both. */
function checkCall({ method: said }: Match, place: Place): void {
  const { data } = call.safeParse(said);
  if (data === undefined) return;
  const { type, service, method } = data;
  if (service === undefined && method === undefined) place.error("`service` or `method` is needed");
  if (type !== "Exact") return;
  if (service !== undefined && !/^\.?[a-z_]\w*(?:\.[a-z_]\w*)*$/i.test(service)) {
    place.at("service").error(`${JSON.stringify(service)} is not the name of a service of gRPC`);
  }
  if (method !== undefined && !/^[a-z_]\w*$/i.test(method)) {
    place.at("method").error(`${JSON.stringify(method)} is not the name of a method of gRPC`);
  }
}

function checkHttp({ path, method }: Match, place: Place): void {
  if (method !== undefined && !(typeof method === "string" && methods.includes(method))) {
    place.at("method").error(`${JSON.stringify(method)} is not one of ${methods.join(", ")}`);
  }
  if (path === undefined) return;
  const { type = "PathPrefix", value = "/" } = path;
  if (!pathTypes.includes(type)) {
    place.at("path", "type").error(`${JSON.stringify(type)} is not one of ${pathTypes.join(", ")}`);
  }
  if (type === "RegularExpression") return;
  if (!value.startsWith("/")) {
    place.at("path", "value").error(`the path ${JSON.stringify(value)} does not start with /`);
  }
  if (value.length > 1024) place.at("path", "value").error("a path has at most 1024 characters");
  if (value.startsWith("/") && !characters.test(value)) {
    place.at("path", "value").error(`the path ${value} has characters that no path has`);
  }
  const part = forbidden.find((each) => value.includes(each));
  if (part !== undefined)
    place.at("path", "value").error(`the path ${value} must not contain ${part}`);
  if (value.endsWith("/..") || value.endsWith("/.")) {
    place.at("path", "value").error(`the path ${value} must not end with a dot segment`);
  }
}

import type { Gateway, GatewayHost, HostTls, Service } from "../mesh.ts";
import type { GatewayHostInput, GatewayInput } from "../schema/gateway-schema.ts";
import { httpProtocols } from "../vocabulary.ts";
import { normalizeRequirement } from "./normalize-authentication.ts";
import { normalizeExtensions } from "./normalize-extensions.ts";
import { normalizeLogin } from "./normalize-login.ts";
import { normalizeTelemetry } from "./normalize-telemetry.ts";
import { sortedEntries } from "./sorted.ts";

interface Surroundings {
  /** Namespace of a gateway that names none. */
  readonly namespace: string;
  readonly services: Readonly<Record<string, Service>>;
}

/** Fills in the defaults of one gateway. */
export function normalizeGateway(
  name: string,
  input: GatewayInput,
  { namespace, services }: Surroundings,
): Gateway {
  return {
    name,
    namespace: input.namespace ?? namespace,
    kind: input.kind ?? "ingress",
    ports: { http: input.ports?.http ?? 80, https: input.ports?.https ?? 443 },
    hosts: sortedEntries(input.hosts).map(([host, each]) => normalizeHost(host, each, services)),
    tcp: sortedEntries(input.tcp).map(([listener, { port, service }]) => {
      return { name: listener, port, service };
    }),
    extensions: normalizeExtensions(input.extensions),
    telemetry: normalizeTelemetry(input.telemetry),
  };
}

function normalizeHost(
  host: string,
  { service: name, paths, tls, http, requires, login }: GatewayHostInput,
  services: Surroundings["services"],
): GatewayHost {
  const answer = {
    ...(name === undefined ? {} : { service: name }),
    paths: normalizePaths(paths),
    ...(requires === undefined ? {} : { requires: normalizeRequirement(requires) }),
    ...(login === undefined ? {} : { login: normalizeLogin(login) }),
  };
  if (tls === undefined) return { host, ...answer, http: "serve", carries: "requests" };
  const normal = normalizeTls(tls);
  const isHttp = normal.mode === "terminate" && (paths !== undefined || hasHttp(services, name));
  return isHttp
    ? { host, ...answer, tls: normal, http: http ?? "redirect", carries: "requests" }
    : { host, ...answer, tls: normal, http: "refuse", carries: "connections" };
}

/** A longer path is tried first; of two of one length none holds for the other's requests. */
function normalizePaths(paths: GatewayHostInput["paths"]): GatewayHost["paths"] {
  return sortedEntries(paths)
    .map(([path, each]) => {
      const { service, rewrite } = typeof each === "string" ? { service: each } : each;
      const prefix = rewrite?.path.prefix ?? path;
      return { path, service, ...(prefix === path ? {} : { rewrite: prefix }) };
    })
    .sort((a, b) => b.path.length - a.path.length);
}

/** Whether HTTP is inside the TLS. An unknown service is reported elsewhere. */
function hasHttp(services: Surroundings["services"], name = ""): boolean {
  const ports = Object.hasOwn(services, name) ? services[name]?.ports : undefined;
  const isHttp = (protocol: string): boolean => httpProtocols.some((each) => each === protocol);
  return ports?.some(({ protocol }) => isHttp(protocol)) ?? true;
}

function normalizeTls(input: NonNullable<GatewayHostInput["tls"]>): HostTls {
  if (input.mode === "passthrough") return { mode: "passthrough" };
  const [first, ...others] = typeof input.secret === "string" ? [input.secret] : input.secret;
  const { clients } = input;
  return {
    mode: "terminate",
    // The schema refuses an empty list.
    secrets: [first ?? "", ...others],
    minVersion: input.minVersion ?? "1.2",
    ...(clients === undefined
      ? {}
      : { clients: { secret: clients.secret, mode: clients.mode ?? "required" } }),
  };
}

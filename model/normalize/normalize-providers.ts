import type { Service } from "../mesh.ts";
import type { Provider } from "../provider.ts";
import type { ProviderInput } from "../schema/provider-schema.ts";
import { httpProtocols, type Protocol } from "../vocabulary.ts";
import { sortedMap } from "./sorted.ts";

/** What the port of a server of each kind speaks. */
export const providerProtocols = {
  "http-authoriser": ["http", "http2"],
  "grpc-authoriser": ["grpc"],
  "otel-logs": ["grpc"],
  "otel-traces": ["grpc"],
  "zipkin-traces": ["http", "http2"],
} as const satisfies Record<string, readonly (typeof httpProtocols)[number][]>;

/** Fills in the defaults of those whom proxies ask or tell. */
export function normalizeProviders(
  input: Readonly<Record<string, ProviderInput>> | undefined,
  services: Readonly<Record<string, Service>>,
): Readonly<Record<string, Provider>> {
  return sortedMap(input, (each, name) => normalizeProvider(name, each, services));
}

function normalizeProvider(
  name: string,
  input: ProviderInput,
  services: Readonly<Record<string, Service>>,
): Provider {
  switch (input.kind) {
    case "prometheus":
      return { kind: input.kind, name };
    case "elsewhere":
      return { kind: input.kind, name, for: input.for };
    case "file-log": {
      const { kind, path = "/dev/stdout", format } = input;
      const sorted = typeof format === "object" ? sortedMap(format, (value) => value) : format;
      return { kind, name, path, ...(sorted === undefined ? {} : { format: sorted }) };
    }
    case "http-authoriser": {
      const { kind, pathPrefix, requestHeaders, toService, toClient } = input;
      return {
        kind,
        name,
        ...authoriser(input, services),
        ...(pathPrefix === undefined ? {} : { pathPrefix }),
        requestHeaders: names(requestHeaders),
        toService: names(toService),
        toClient: names(toClient),
      };
    }
    case "grpc-authoriser":
      return { kind: input.kind, name, ...authoriser(input, services) };
    default:
      return { kind: input.kind, name, ...server(input, services) };
  }
}

type ServerInput = Extract<ProviderInput, { readonly service: string }>;
type AuthoriserInput = Extract<ProviderInput, { readonly bodyBytes?: unknown }>;

function server(input: ServerInput, services: Readonly<Record<string, Service>>) {
  const { kind, service } = input;
  const fitting: readonly Protocol[] = providerProtocols[kind];
  const ports = Object.hasOwn(services, service) ? (services[service]?.ports ?? []) : [];
  const found = ports.find(({ protocol }) => fitting.includes(protocol));
  return { service, port: input.port ?? found?.number ?? 0 };
}

function authoriser(input: AuthoriserInput, services: Readonly<Record<string, Service>>) {
  return {
    ...server(input, services),
    timeout: input.timeout ?? 500,
    onFailure: input.onFailure ?? ("refuse" as const),
    statusOnFailure: input.statusOnFailure ?? 403,
    bodyBytes: input.bodyBytes ?? 0,
  };
}

/** Names of headers are compared without case. */
function names(headers: readonly string[] | undefined): readonly string[] {
  return [...new Set((headers ?? []).map((name) => name.toLowerCase()))].sort();
}

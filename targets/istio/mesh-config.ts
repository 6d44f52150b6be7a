import { hostOf, type Json } from "../../graph/index.ts";
import { printDuration, type Mesh, type Provider } from "../../model/index.ts";

/**
 * What of a mesh is a setting of the control plane: trust domain and providers. Providers are merged by name with those
 * that Istio has by itself.
 * https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider
 */
export function meshConfig(mesh: Mesh): { readonly [field: string]: Json } {
  const { domain, aliases } = mesh.trust;
  const providers = Object.values(mesh.providers).flatMap((each) => {
    const settings = settingsOf(mesh, each);
    return settings === undefined ? [] : [{ name: each.name, ...settings }];
  });
  return {
    trustDomain: domain,
    ...(aliases.length === 0 ? {} : { trustDomainAliases: aliases }),
    ...(providers.length === 0 ? {} : { extensionProviders: providers }),
  };
}

type Fields = { readonly [field: string]: Json };

function settingsOf(mesh: Mesh, provider: Provider): Fields | undefined {
  switch (provider.kind) {
    case "elsewhere":
      return undefined;
    case "prometheus":
      return { prometheus: {} };
    case "file-log": {
      const { path, format } = provider;
      const text = typeof format === "string" ? { text: `${format}\n` } : { labels: format ?? {} };
      return {
        envoyFileAccessLog: { path, ...(format === undefined ? {} : { logFormat: text }) },
      };
    }
    case "otel-logs":
      return { envoyOtelAls: server(mesh, provider) };
    case "otel-traces":
      return { opentelemetry: server(mesh, provider) };
    case "zipkin-traces":
      return { zipkin: server(mesh, provider) };
    case "http-authoriser":
      return { envoyExtAuthzHttp: httpAuthoriser(mesh, provider) };
    case "grpc-authoriser":
      return { envoyExtAuthzGrpc: authoriser(mesh, provider) };
  }
}

function httpAuthoriser(
  mesh: Mesh,
  provider: Extract<Provider, { readonly kind: "http-authoriser" }>,
): Fields {
  const { pathPrefix, requestHeaders, toService, toClient } = provider;
  const list = (field: string, names: readonly string[]): Fields =>
    names.length === 0 ? {} : { [field]: names };
  return {
    ...authoriser(mesh, provider),
    ...(pathPrefix === undefined ? {} : { pathPrefix }),
    ...list("includeRequestHeadersInCheck", requestHeaders),
    ...list("headersToUpstreamOnAllow", toService),
    ...list("headersToDownstreamOnDeny", toClient),
  };
}

function authoriser(
  mesh: Mesh,
  provider: Extract<Provider, { readonly bodyBytes: number }>,
): Fields {
  const { timeout, onFailure, statusOnFailure, bodyBytes } = provider;
  return {
    ...server(mesh, provider),
    timeout: printDuration(timeout),
    failOpen: onFailure === "pass",
    statusOnError: String(statusOnFailure),
    ...(bodyBytes === 0 ? {} : { includeRequestBodyInCheck: { maxRequestBytes: bodyBytes } }),
  };
}

/** Namespace and name, as Istio wants hosts of the registry. */
function server(
  mesh: Mesh,
  { service: name, port }: Extract<Provider, { readonly service: string }>,
): Fields {
  const service = Object.hasOwn(mesh.services, name) ? mesh.services[name] : undefined;
  if (service === undefined) return {};
  return { service: `${service.namespace}/${hostOf(service)}`, port };
}

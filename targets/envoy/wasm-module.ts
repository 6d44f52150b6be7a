import type { Extension, WasmExtension } from "../../model/index.ts";
import { extension, typed, type Fields, type Resource } from "./fields.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { serverCluster, serverOfUrl } from "./server-cluster.ts";

/** Whether the proxy can fetch it: a file over HTTPS, not an image of a registry. */
export function isFetched(each: Extension): each is WasmExtension {
  return each.kind === "wasm" && each.url.startsWith("https://");
}

/**
 * A module of WebAssembly that the proxy fetches itself. A listener waits for it; another content than the one that is
 * pinned is refused, and with it, unless the author says otherwise, every request.
 * https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/wasm/v3/wasm.proto
 */
export function wasmModule({ name, url, sha256, config, onFailure }: WasmExtension): Fields {
  const value = JSON.stringify(config);
  return extension(
    `envoy.filters.http.wasm.${name}`,
    "envoy.extensions.filters.http.wasm.v3.Wasm",
    {
      config: {
        name,
        vm_config: {
          vm_id: name,
          runtime: "envoy.wasm.runtime.v8",
          code: {
            remote: {
              http_uri: { uri: url, cluster: clusterName(url), timeout: "10s" },
              sha256,
              retry_policy: { num_retries: 3 },
            },
          },
        },
        ...(value === "{}"
          ? {}
          : { configuration: { ...typed("google.protobuf.StringValue"), value } }),
        failure_policy: onFailure === "pass" ? "FAIL_OPEN" : "FAIL_CLOSED",
      },
    },
  );
}

/** Where modules are fetched: only from a server that proves its name. */
export function moduleClusters(
  extensions: readonly Extension[],
  site: Pick<ResolvedSite, "publicAuthorities">,
): readonly Resource[] {
  return extensions.filter(isFetched).map(({ url }) => {
    const server = { ...serverOfUrl(url), tls: {} };
    return serverCluster({ name: clusterName(url), server }, site);
  });
}

function clusterName(url: string): string {
  return `:module/${new URL(url).host}`;
}

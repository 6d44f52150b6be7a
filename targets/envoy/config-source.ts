import { liveFile, type DiscoveryKind, type FileDelivery } from "./delivery.ts";
import type { Fields } from "./fields.ts";

/** Where a resource comes from: a file that is read again whenever something is moved in the watched folder. */
export function configSource(
  { folder, watched }: FileDelivery,
  kind: DiscoveryKind,
  resource = "",
): Fields {
  return {
    resource_api_version: "V3",
    path_config_source: {
      path: `${folder}/${liveFile(kind, resource)}`,
      watched_directory: { path: watched },
    },
    // A resource that never comes must not hold up the proxy for ever.
    initial_fetch_timeout: "15s",
  };
}

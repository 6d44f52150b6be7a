import { authoriserHeaders } from "./authoriser-filters.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { extension, type Fields } from "./fields.ts";

/**
 * Removes what only the proxy may say, before anything reads a request: headers that authorisers set, and traces of
 * strangers. As a field of a connection manager.
 */
export function requestHygiene(site: Pick<ResolvedSite, "authorisers" | "tracing">): Fields {
  const traces =
    site.tracing === undefined || site.tracing.trustClients ? [] : ["traceparent", "tracestate"];
  const names = [...traces, ...authoriserHeaders(site)];
  if (names.length === 0) return {};
  const mutations = names.map((remove) => ({ remove }));
  return {
    early_header_mutation_extensions: [
      extension(
        "envoy.http.early_header_mutation.header_mutation",
        "envoy.extensions.http.early_header_mutation.header_mutation.v3.HeaderMutation",
        { mutations },
      ),
    ],
  };
}

import type { ResolvedSite } from "./edge-site.ts";
import { extension, typed, type Fields } from "./fields.ts";
import type { Compression } from "./site/filter-settings.ts";

const libraries = {
  zstd: "envoy.extensions.compression.zstd.compressor.v3.Zstd",
  brotli: "envoy.extensions.compression.brotli.compressor.v3.Brotli",
  gzip: "envoy.extensions.compression.gzip.compressor.v3.Gzip",
} as const satisfies Record<Compression, string>;

/**
 * Compresses answers with what the client likes best, one filter a format. They stand first, because answers pass the
 * filters backwards: whoever reads an answer sees it whole.
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/compressor_filter
 */
export function compressionFilters({
  compression,
}: Pick<ResolvedSite, "compression">): readonly Fields[] {
  if (compression === undefined) return [];
  const { with: formats, contentTypes, minBytes } = compression;
  return [...new Set(formats)].map((format, index) => ({
    name: `envoy.filters.http.compressor.${format}`,
    typed_config: typed("envoy.extensions.filters.http.compressor.v3.Compressor", {
      response_direction_config: {
        common_config: { min_content_length: minBytes, content_type: contentTypes },
      },
      ...(index === 0 ? { choose_first: true } : {}),
      compressor_library: extension(`envoy.compression.${format}.compressor`, libraries[format]),
    }),
  }));
}

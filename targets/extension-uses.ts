import type { Path } from "../diagnostics/index.ts";
import { servicesOf, type Extension, type Mesh } from "../model/index.ts";

/** Places with code of the author's own. */
export function extensionUses({ services, gateways }: Mesh) {
  const inside = servicesOf({ services }).flatMap((each) => {
    return each.kind === "workload" ? placesOf(["services", each.name], each.extensions) : [];
  });
  const doors = Object.values(gateways).flatMap((each) =>
    placesOf(["gateways", each.name], each.extensions),
  );
  const modules = [...inside, ...doors].filter(({ extension }) => extension.kind === "wasm");
  return {
    "extensions/services": holders(inside),
    "extensions/gateways": holders(doors),
    "extensions/wasm": modules.map(placeOf),
    "extensions/wasm-image": modules.filter(isImage).map(placeOf),
  };
}

interface Place {
  readonly path: Path;
  readonly index: number;
  readonly extension: Extension;
}

function placesOf(path: Path, extensions: readonly Extension[]): readonly Place[] {
  return extensions.map((extension, index) => ({ path, index, extension }));
}

function isImage({ extension }: Place): boolean {
  return extension.kind === "wasm" && extension.url.startsWith("oci://");
}

function placeOf({ path, index }: Place): Path {
  return [...path, "extensions", index];
}

/** One place for all extensions of a holder. */
function holders(places: readonly Place[]): readonly Path[] {
  return places.filter(({ index }) => index === 0).map(({ path }) => [...path, "extensions"]);
}

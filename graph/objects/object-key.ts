import type { Manifest } from "../manifest.ts";
import { createObject } from "./create-object.ts";

/** What two manifests of one object share: the kind in whatever version, namespace and name. */
export function objectKey(manifest: Manifest): string {
  const { type, namespace, name } = createObject(manifest, {});
  return `${type} ${namespace}/${name}`;
}

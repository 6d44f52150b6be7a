import type { FileDelivery } from "../targets/envoy/index.ts";

/** Delivery to a folder of a plain host: `bootstrap.json`, and `live`, a link to the release that is in force. */
export function hostDelivery(root: string): FileDelivery {
  return { kind: "files", folder: `${root}/live`, watched: root };
}

import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { message, messageMap, text } from "./fields.ts";
import { readSpec } from "./read-kind.ts";
import { labelSelector } from "./shared.ts";
const schema = fieldsOf({
  selector: labelSelector,
  mtls: message({ mode: text }),
  portLevelMtls: messageMap({ mode: text }),
});

export type PeerAuthenticationSpec = z.output<typeof schema>;

export const peerAuthenticationType = "security.istio.io/PeerAuthentication";
const read = readSpec(peerAuthenticationType, schema);

/** What a PeerAuthentication says. */
export function peerAuthenticationSpec(
  object: KubernetesObject,
): PeerAuthenticationSpec | undefined {
  return read(object);
}

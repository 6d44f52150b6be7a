import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { flag, message, messages, text, texts } from "./fields.ts";
import { readSpec } from "./read-kind.ts";
import { labelSelector, targetRef } from "./shared.ts";
const schema = fieldsOf({
  selector: labelSelector,
  targetRef: message(targetRef),
  targetRefs: messages(targetRef),
  jwtRules: messages({
    issuer: text,
    audiences: texts,
    jwksUri: text,
    jwks: text,
    fromHeaders: messages({ name: text, prefix: text }),
    fromParams: texts,
    fromCookies: texts,
    outputPayloadToHeader: text,
    outputClaimToHeaders: messages({ header: text, claim: text }),
    forwardOriginalToken: flag,
    timeout: text,
    spaceDelimitedClaims: texts,
  }),
});

export type RequestAuthenticationSpec = z.output<typeof schema>;

export const requestAuthenticationType = "security.istio.io/RequestAuthentication";
const read = readSpec(requestAuthenticationType, schema);

/** What a RequestAuthentication says. */
export function requestAuthenticationSpec(
  object: KubernetesObject,
): RequestAuthenticationSpec | undefined {
  return read(object);
}

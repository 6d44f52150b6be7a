import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { message, messages, text, texts } from "./fields.ts";
import { readSpec } from "./read-kind.ts";
import { labelSelector, targetRef } from "./shared.ts";
const schema = fieldsOf({
  selector: labelSelector,
  targetRef: message(targetRef),
  targetRefs: messages(targetRef),
  action: text,
  provider: message({ name: text }),
  rules: messages({
    from: messages({
      source: message({
        principals: texts,
        notPrincipals: texts,
        requestPrincipals: texts,
        notRequestPrincipals: texts,
        namespaces: texts,
        notNamespaces: texts,
        ipBlocks: texts,
        notIpBlocks: texts,
        remoteIpBlocks: texts,
        notRemoteIpBlocks: texts,
        serviceAccounts: texts,
        notServiceAccounts: texts,
        trustDomains: texts,
        notTrustDomains: texts,
      }),
    }),
    to: messages({
      operation: message({
        hosts: texts,
        notHosts: texts,
        ports: texts,
        notPorts: texts,
        methods: texts,
        notMethods: texts,
        paths: texts,
        notPaths: texts,
      }),
    }),
    when: messages({ key: text, values: texts, notValues: texts }),
  }),
});

export type AuthorizationPolicySpec = z.output<typeof schema>;

export const authorizationPolicyType = "security.istio.io/AuthorizationPolicy";
const read = readSpec(authorizationPolicyType, schema);

/** What an AuthorizationPolicy says. */
export function authorizationPolicySpec(
  object: KubernetesObject,
): AuthorizationPolicySpec | undefined {
  return read(object);
}

import type { AccessRule } from "../fields/security.ts";
import { each, type Place } from "../place.ts";

const sourceFields = [
  ...["namespaces", "notNamespaces", "serviceAccounts", "notServiceAccounts"],
  ...["trustDomains", "notTrustDomains", "principals", "notPrincipals"],
  ...["requestPrincipals", "notRequestPrincipals"],
] as const;
const keys = new Set([
  ...["source.namespace", "source.serviceAccount", "source.trustDomain", "source.principal"],
]);

/** A rule of CUSTOM decides whether the provider is asked, before identities are known. */
export function checkCustom({ from, when }: AccessRule, place: Place): void {
  each(from, place.at("from"), ({ source = {} }, at) => {
    for (const name of sourceFields) {
      if ((source[name as keyof typeof source]?.length ?? 0) > 0) {
        at.at("source", name).error(`the action CUSTOM does not support \`${name}\``);
      }
    }
  });
  each(when, place.at("when"), ({ key = "" }, at) => {
    if (keys.has(key) || key.startsWith("request.auth.")) {
      at.at("key").error(`the action CUSTOM does not support the key ${JSON.stringify(key)}`);
    }
  });
}

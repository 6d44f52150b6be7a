import { authorizationPolicyType } from "../../graph/kinds/authorization-policy.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import type { Rule } from "../rule.ts";
import { settledObjects } from "./settled-objects.ts";
import { sourcesOf } from "./sources-of.ts";

/** Principals belong to the trust domain of the mesh, or to one of its aliases. */
export const trustDomainUnknown: Rule = {
  id: "access/trust-domain-unknown",
  code: "HED4560",
  severity: "warning",
  summary: "the principals that access rules name are of a trust domain of the mesh",
  covers: ["KIA0108"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const { trustDomain, trustDomainAliases = [], ...config } = meshConfig(graph).config;
    // With other authorities, identities of other meshes come in too.
    if (trustDomain === undefined || config["caCertificates"] !== undefined) return;
    const known = new Set([trustDomain, ...trustDomainAliases, "cluster.local"]);
    for (const object of settledObjects(graph, authorizationPolicyType, find)) {
      for (const { source, path } of sourcesOf(object)) {
        for (const field of ["principals", "notPrincipals"] as const) {
          for (const [index, principal] of (source[field] ?? []).entries()) {
            const [, domain] = /^([^/*]+)\/ns\//.exec(principal) ?? [];
            if (domain === undefined || known.has(domain)) continue;
            find({
              outcome: "fail",
              absent: [],
              origin: object.origin([...path, field, index]),
              message: `principal "${principal}" is of trust domain ${domain}; those of the mesh are ${[...known].join(", ")}`,
              fix: `write ${principal.replace(domain, trustDomain)}, or add ${domain} to trustDomainAliases`,
            });
          }
        }
      }
    }
  },
};

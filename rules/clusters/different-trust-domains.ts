import type { Rule } from "../rule.ts";
import { installations } from "./installations.ts";

/** Identities of one cluster mean something in the other. */
export const differentTrustDomains: Rule = {
  id: "clusters/different-trust-domains",
  code: "HED4811",
  severity: "warning",
  summary: "clusters of one mesh have one trust domain, or know the other one as an alias",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const byMesh = Map.groupBy(
      installations(graph).filter(
        ({ statesDomain, cluster }) => statesDomain || cluster !== undefined,
      ),
      ({ meshId = "" }) => meshId,
    );
    for (const [first, ...others] of byMesh.values()) {
      for (const each of others) {
        if (first === undefined || first.object.type !== each.object.type) continue;
        if (each.trustDomain === first.trustDomain) continue;
        if (each.aliases.includes(first.trustDomain)) continue;
        const mesh = each.meshId === undefined ? "the mesh" : `mesh ${each.meshId}`;
        find({
          outcome: "fail",
          origin: each.object.origin(each.path),
          message: `${mesh} has the trust domain ${each.trustDomain} here and ${first.trustDomain} in another cluster, which is no alias: access rules do not match callers of the other one`,
          fix: `use one trust domain, or add ${first.trustDomain} to trustDomainAliases, and the other way round`,
        });
      }
    }
  },
};

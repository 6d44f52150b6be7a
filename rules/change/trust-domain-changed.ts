import type { Graph, Origin } from "../../graph/graph.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import type { ChangeRule } from "../rule.ts";

/** Who changes the trust domain keeps the old one as an alias. */
export const trustDomainChanged: ChangeRule = {
  id: "change/trust-domain-changed",
  code: "HED4715",
  severity: "error",
  summary: "a new trust domain has the old one as an alias",
  covers: [],
  reads: ["objects", "trustDomains"],
  needs: [],
  check({ before, after }, find) {
    const [was, is] = [trustDomainOf(before), trustDomainOf(after)];
    if (was === undefined || is === undefined || was.domain === is.domain) return;
    if (is.aliases.includes(was.domain)) return;
    find({
      outcome: "fail",
      origin: is.origin,
      message: `the trust domain changes from ${was.domain} to ${is.domain}, and every identity with it`,
      fix: `add ${was.domain} to trustDomainAliases, or keep the domain: access rules and running workloads have identities of the old one`,
    });
  },
};

interface TrustDomain {
  readonly domain: string;
  readonly aliases: readonly string[];
  readonly origin: Origin;
}

/** What MeshConfig or a model says; undefined where neither is there. */
function trustDomainOf(graph: Pick<Graph, "objects" | "trustDomains">): TrustDomain | undefined {
  const [ofModel] = graph.trustDomains;
  const { config, object } = meshConfig(graph);
  if (object === undefined) return ofModel;
  const { trustDomain = "cluster.local", trustDomainAliases = [] } = config;
  return { domain: trustDomain, aliases: trustDomainAliases, origin: object.origin() };
}

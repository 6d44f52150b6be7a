import { secretType } from "../../graph/kinds/secret.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { certificatesOf } from "../gateway/certificate-time.ts";
import { valueOf } from "../gateway/read-certificate.ts";
import type { Rule } from "../rule.ts";

/** Clusters of one mesh have an authority in common. */
export const differentRoots: Rule = {
  id: "clusters/different-roots",
  code: "HED4810",
  severity: "error",
  summary: "the clusters of the input trust a common root",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const secrets = objectsOf(graph, secretType).filter(({ name }) => name === "cacerts");
    const byNamespace = Map.groupBy(secrets, ({ namespace }) => namespace);
    for (const group of byNamespace.values()) {
      const [first, ...others] = group.map((object) => ({ object, roots: rootsOf(object) }));
      if (first === undefined || first.roots.size === 0) continue;
      for (const { object, roots } of others) {
        if (roots.size === 0 || !roots.isDisjointFrom(first.roots)) continue;
        find({
          outcome: "fail",
          origin: object.origin(),
          message:
            "the input holds this authority for several clusters, and no root of one is a root of the other: their proxies refuse each other",
          fix: "sign the authority of each cluster with one root, and put that into root-cert.pem of all of them",
        });
      }
    }
  },
};

/** What is trusted: fingerprints, or the text itself where it holds no certificate that can be read. */
function rootsOf(secret: KubernetesObject): ReadonlySet<string> {
  const text = valueOf(secret, "root-cert.pem").trim();
  const roots = certificatesOf(text);
  if (roots.length > 0) return new Set(roots.map(({ fingerprint256 }) => fingerprint256));
  return new Set(text === "" ? [] : [text]);
}

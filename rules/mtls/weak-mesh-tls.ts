import { meshConfig } from "../../graph/objects/mesh-config.ts";
import type { Rule } from "../rule.ts";

const weakVersions: ReadonlySet<string> = new Set(["TLSV1_0", "TLSV1_1"]);
const weakCiphers = /(?:^|-)(?:RC4|DES|3DES|NULL|EXP|MD5|anon)(?:-|$)/i;

/** MeshConfig asks for TLS 1.2 or later, with ciphers that hold. */
export const weakMeshTls: Rule = {
  id: "mtls/weak-mesh-tls",
  code: "HED4571",
  severity: "warning",
  summary: "the mesh asks for TLS 1.2 or later only",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const { config, object } = meshConfig(graph);
    if (object === undefined) return;
    for (const field of ["meshMTLS", "tlsDefaults"] as const) {
      const { minProtocolVersion = "", cipherSuites = [] } = config[field] ?? {};
      if (weakVersions.has(minProtocolVersion)) {
        find({
          outcome: "fail",
          origin: object.origin(),
          message: `${field}.minProtocolVersion of MeshConfig is ${minProtocolVersion}, which is broken and which Istio does not take`,
          fix: "set TLSV1_2 or TLSV1_3, or leave the field out",
        });
      }
      for (const cipher of cipherSuites.filter((each) => weakCiphers.test(each))) {
        find({
          outcome: "fail",
          origin: object.origin(),
          message: `${field}.cipherSuites of MeshConfig has ${cipher}, which is broken`,
          fix: "remove it, or leave the whole list out",
        });
      }
    }
  },
};

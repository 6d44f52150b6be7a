import { objectsOf } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { Rule } from "../rule.ts";
import {
  certificateType,
  certManagerCertificate,
  issuerOf,
  type CertificateIssuer,
} from "./cert-manager.ts";
import { credentials } from "./credentials.ts";

/** The certificate of a host of the internet is signed by an authority that clients know. */
export const untrustedIssuer: Rule = {
  id: "gateway/untrusted-issuer",
  code: "HED4739",
  severity: "info",
  summary: "the certificate of a public host is signed by an authority that clients know",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { gateway, server, name, namespace, hosts, mode } of credentials(graph)) {
      const host = hosts.map((each) => each.replace(/^[^/]*\//, "")).find(isPublic);
      // Who asks for client certificates has clients of its own, which may know its authority.
      if (host === undefined || mode.endsWith("MUTUAL")) continue;
      const certificate = bySecret(graph).get(`${namespace}/${name}`);
      const issuer = certificate && issuerOf(graph, certificate);
      const fault = issuer && faultOf(issuer);
      if (issuer === undefined || fault === undefined) continue;
      find({
        outcome: "fail",
        origin: gateway.origin(["spec", "servers", server, "tls", "credentialName"]),
        message: `the certificate for ${host} comes from ${issuer.object.origin().source}, ${fault}: no browser trusts it`,
        fix: "name an issuer of a public authority in the Certificate",
      });
    }
  },
};

/** Whether a host may be called by anybody: not one that only the own network knows. */
function isPublic(host: string): boolean {
  return (
    host.includes(".") && !/\.(?:local|internal|localhost|test|lan|corp|intra|home|svc)$/.test(host)
  );
}

function faultOf({ spec }: CertificateIssuer): string | undefined {
  if (spec.selfSigned !== undefined) return "which lets certificates sign themselves";
  return /staging|pebble/.test(spec.acme?.server ?? "")
    ? "which asks an authority that is for tests"
    : undefined;
}

const bySecret = perGraph(
  (graph) =>
    new Map(
      objectsOf(graph, certificateType).map((object) => [
        `${object.namespace}/${certManagerCertificate(object)?.secretName ?? ""}`,
        object,
      ]),
    ),
);

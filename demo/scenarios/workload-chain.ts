import { X509Certificate } from "node:crypto";
import { bench } from "../../bench/index.ts";
import type { Scenario } from "./scenario.ts";

/** A workload's proxy shows a certificate that leads to our root, for its own identity. */
export const workloadChain: Scenario = {
  title: "certificates: the chain of a workload",
  async run({ mesh, cluster, stranger, rootCertificate }) {
    const root = new X509Certificate(rootCertificate);
    const wanted = `URI:spiffe://${mesh.trust.domain}/ns/${mesh.namespace}/sa/cart`;
    // The handshake fails in the end, for a stranger has no certificate; the server's chain is seen all the same.
    const run = await bench(mesh, cluster).traffic({
      from: stranger,
      url: `https://cart.${mesh.namespace}.svc.cluster.local:8080/`,
      tls: { ca: rootCertificate, verify: false },
    });
    const chain = run.tls?.chain ?? [];
    const names = chain[0]?.names ?? "none";
    const ours = chain.at(-1)?.fingerprint256 === root.fingerprint256;
    return {
      what: "certificate of cart",
      intended: "its identity, signed by our root",
      measured: `${names.replace("URI:", "")}, ${String(chain.length)} certificates, ${ours ? "our root" : "not our root"}`,
      pass: ours && names === wanted && chain.length >= 3 && run.succeeded === 0,
    };
  },
};

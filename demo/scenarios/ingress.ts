import { bench } from "../../bench/index.ts";
import type { Scenario } from "./scenario.ts";

/** A browser's view: HTTPS at the gateway, verified against our root, answered by the service behind. */
export const ingress: Scenario = {
  title: "ingress: HTTPS at the gateway",
  async run({ mesh, cluster, stranger, rootCertificate }) {
    const [gateway] = Object.values(mesh.gateways);
    const [host] = gateway?.hosts ?? [];
    if (gateway === undefined || host?.service === undefined) {
      throw new Error("no gateway of the mesh leads to a service");
    }
    const run = await bench(mesh, cluster).traffic({
      from: stranger,
      url: `https://${host.host}/`,
      connect: { host: `${gateway.name}.${gateway.namespace}.svc.cluster.local`, port: 443 },
      tls: { ca: rootCertificate },
      requests: 50,
    });
    const service = run.answers[0]?.report?.service ?? "nobody";
    return {
      what: `https://${host.host}`,
      intended: `${host.service} answers, chain verifies`,
      measured: `${String(run.succeeded)} of ${String(run.sent)} by ${service}, ${run.tls?.authorized === true ? "verified" : "not verified"} ${run.tls?.protocol ?? ""}`,
      pass: run.failed === 0 && service === host.service && run.tls?.authorized === true,
    };
  },
};

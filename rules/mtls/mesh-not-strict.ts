import {
  peerAuthenticationSpec,
  peerAuthenticationType,
} from "../../graph/kinds/peer-authentication.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { virtualPods } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";

/** The mesh, or each of its namespaces, is told to take mTLS only. */
export const meshNotStrict: Rule = {
  id: "mtls/mesh-not-strict",
  code: "HED4570",
  severity: "info",
  summary: "the mesh takes mTLS only",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const { config, object } = meshConfig(graph);
    // Without MeshConfig, the input does not describe the mesh as a whole.
    if (object === undefined) return;
    const decided = new Set(
      objectsOf(graph, peerAuthenticationType).flatMap((each) => {
        const spec = peerAuthenticationSpec(each);
        const whole = Object.keys(spec?.selector?.matchLabels ?? {}).length === 0;
        return whole && spec?.mtls?.mode !== undefined ? [each.namespace] : [];
      }),
    );
    // Where a mode is stated, `mtls/permissive-mtls` judges it.
    if (decided.has(config.rootNamespace)) return;
    const meshed = virtualPods(graph).filter(({ mode }) => mode === "sidecar");
    if (meshed.length > 0 && meshed.every(({ namespace }) => decided.has(namespace))) return;
    find({
      outcome: "fail",
      origin: object.origin(),
      message: `no PeerAuthentication in ${config.rootNamespace} sets the mode of the mesh, and the default lets plaintext in`,
      fix: `add a PeerAuthentication "default" to ${config.rootNamespace} with mtls mode STRICT`,
    });
  },
};

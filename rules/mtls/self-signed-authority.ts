import { configMapContent, configMapType } from "../../graph/kinds/config-map.ts";
import { secretType } from "../../graph/kinds/secret.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { findObject, objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { podsOfIstio } from "../../graph/objects/pods-of-istio.ts";
import { virtualPods, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { isMadeLater } from "../gateway/credentials.ts";
import type { Rule } from "../rule.ts";

/** The mesh signs with an authority that somebody keeps: not with the one that istiod makes for itself. */
export const selfSignedAuthority: Rule = {
  id: "mtls/self-signed-authority",
  code: "HED4729",
  severity: "info",
  summary: "the authority of the mesh is one that somebody keeps",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const root = rootNamespace(graph);
    const own = findObject(graph, secretType, root, "istio-ca-secret");
    const istiod = podsOfIstio(graph).find(({ labels, object }) => {
      return labels["app"] === "istiod" && object.type === "apps/Deployment";
    });
    const origin = own?.origin() ?? istiod?.origin(["spec"]);
    if (origin === undefined || isSupplied(graph, root) || isElsewhere(graph, istiod)) return;
    find({
      outcome: "fail",
      origin,
      message: `istiod signs with a root of its own making: there is no Secret cacerts in ${root}, and no other authority is named`,
      fix: `put an intermediate of your own authority into the Secret ${root}/cacerts, or let istio-csr sign`,
    });
  },
};

/** Whether an authority is put in. */
function isSupplied(graph: ObjectGraph, root: string): boolean {
  return (
    findObject(graph, secretType, root, "cacerts") !== undefined ||
    isMadeLater(graph, root, "cacerts") ||
    virtualPods(graph).some(({ labels }) => labels["app"] === "cert-manager-istio-csr")
  );
}

const external = /EXTERNAL_CA|CERT_SIGNER_DOMAIN|K8S_SIGNER/;

/** Whether istiod, or MeshConfig, leaves signing to another authority. */
function isElsewhere(graph: ObjectGraph, istiod: VirtualPod | undefined): boolean {
  const env = istiod?.containers.flatMap((each) => each.env ?? []) ?? [];
  if (env.some(({ name = "", value = "" }) => external.test(name) && value !== "")) return true;
  if (env.some(({ name, value }) => name === "ENABLE_CA_SERVER" && value === "false")) return true;
  return objectsOf(graph, configMapType).some((object) =>
    /^\s*(?:caAddress|caCertificates|ca):/m.test(configMapContent(object)?.data?.["mesh"] ?? ""),
  );
}

import { sampleImageReference } from "../../../bench/images/index.ts";
import type { TrafficRequestInput } from "../../../bench/index.ts";
import { removeStranger, startStranger } from "../../../demo/stranger-pod.ts";
import { createReport, HeddleError } from "../../../diagnostics/index.ts";
import { buildGraph, type Manifest } from "../../../graph/index.ts";
import { parseMesh, type Mesh, type MeshDefinition } from "../../../model/index.ts";
import {
  compileIstio,
  injectionLabels,
  podAnnotations,
  serviceAnnotations,
} from "../../../targets/istio/index.ts";
import { compileKubernetes } from "../../../targets/kubernetes/index.ts";
import { prepareIstio } from "../istio-ground.ts";
import { gatewayWorkload } from "./gateway-workload.ts";

/** A cluster with Istio, a mesh with a gateway on it, and a pod outside the mesh that asks there. */
export interface MeshAtDoor {
  /**
   * Deploys the mesh, and what the test wants beside it. Objects of Istio come first: a machine registers with a group
   * that is there.
   *
   * @throws HeddleError where anything is to be said of the mesh
   */
  deploy(definition: MeshDefinition, besides?: readonly Manifest[]): Promise<Mesh>;
  /** What the pod outside sends to a host of the gateway. */
  fromStranger(host: string, path: string): Stranger;
  /** Removes all of it. */
  remove(): Promise<void>;
}

type Stranger = Pick<TrafficRequestInput, "url" | "connect"> & {
  readonly from: Awaited<ReturnType<typeof startStranger>>;
};

const port = 8080;

/** Makes everything ready for a mesh whose gateway is `edge` in this namespace and listens on 8080. */
export async function meshAtDoor(kubeconfig: string, namespace: string): Promise<MeshAtDoor> {
  const ground = await prepareIstio(kubeconfig);
  const from = await startStranger(kubeconfig, sampleImageReference);
  const connect = { host: `edge.${namespace}.svc.cluster.local`, port };
  return {
    async deploy(definition, besides = []) {
      const report = createReport();
      const mesh = parseMesh(definition, report);
      if (mesh === undefined) throw new HeddleError(report.diagnostics());
      const namespaceLabels = injectionLabels;
      const options = { namespaceLabels, podAnnotations, serviceAnnotations };
      const manifests = [
        ...compileIstio(mesh, buildGraph(mesh, report), report),
        ...compileKubernetes(mesh, report, options),
        ...gatewayWorkload("edge", namespace, [port]),
        ...besides,
      ];
      if (report.has("info")) throw new HeddleError(report.diagnostics());
      await ground.apply(manifests);
      return mesh;
    },
    fromStranger: (host, path) => ({ from, url: `http://${host}${path}`, connect }),
    async remove() {
      await ground.remove();
      await removeStranger(kubeconfig);
    },
  };
}

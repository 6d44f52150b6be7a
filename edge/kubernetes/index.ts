/** An edge proxy on Kubernetes, as objects. */
export { edgeManifests } from "./edge-manifests.ts";
export { edgeSidecar } from "./edge-sidecar.ts";
export {
  defaultImage,
  type EdgePlacement,
  type EdgePods,
  type EdgeWorkload,
} from "./edge-workload.ts";
export { kubernetesSite, sidecarSite } from "./kubernetes-site.ts";
export { kubernetesDelivery } from "./paths.ts";
export { versionServices } from "./version-services.ts";

/** An edge proxy on Kubernetes, as objects. */
export { edgeManifests } from "./edge-manifests.ts";
export {
  defaultImage,
  type EdgePlacement,
  type EdgePods,
  type EdgeWorkload,
} from "./edge-workload.ts";
export { kubernetesSite } from "./kubernetes-site.ts";
export { kubernetesDelivery } from "./paths.ts";
export { versionServices } from "./version-services.ts";

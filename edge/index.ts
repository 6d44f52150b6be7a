/** Delivery of edge proxies: to a plain host as files and a systemd unit, to Kubernetes as objects. */
export { checkCertificate, type CertificateCheck } from "./check-certificate.ts";
export { hostDelivery } from "./host-delivery.ts";
export {
  edgeManifests,
  edgeSidecar,
  kubernetesDelivery,
  kubernetesSite,
  sidecarSite,
  versionServices,
  type EdgePlacement,
  type EdgePods,
  type EdgeWorkload,
} from "./kubernetes/index.ts";
export { publishEdge, type Published, type PublishOptions } from "./publish-edge.ts";
export { siteMesh, type SiteMesh } from "./site-mesh.ts";
export { systemdUnit, type UnitOptions } from "./systemd-unit.ts";

/** Compiles a mesh into the Kubernetes objects of its workloads. One function a kind, each usable alone. */
export { compileKubernetes, type KubernetesOptions } from "./compile-kubernetes.ts";
export { deployment, type DeploymentOptions } from "./deployment.ts";
export { namespace } from "./namespace.ts";
export { isDeployed, namespacesOf } from "./is-deployed.ts";
export { service } from "./service.ts";
export { serviceAccount } from "./service-account.ts";

/**
 * What is supported, by minor version. Istio gives each version fixes until six weeks after the second one after it, and
 * names the versions of Kubernetes that it was tested with: https://istio.io/latest/docs/releases/supported-releases/
 */
export const supportedVersions = {
  /** The version of Istio that rules are written after. */
  istio: 31,
  /** The oldest that still gets fixes beside it. */
  oldestIstio: 29,
  /** The oldest Kubernetes that it runs on. */
  oldestKubernetes: 32,
} as const;

/** A finding that only one of the two tools has, and why that is right. */
export interface KnownDifference {
  /** Below `test/differential/`. */
  readonly file: string;
  /** `IST0101 VirtualService shop/cart`, without a namespace where the object states none. */
  readonly finding: string;
  readonly only: "heddle" | "istioctl";
  readonly reason: string;
}

/**
 * Codes that `istioctl analyze --use-kube=false` cannot find: it does not read Services, Pods, Nodes, Namespaces and
 * Secrets from files, and leaves out the analyzers that need them (`-v` lists them). Heddle reads them, and takes the
 * templates of workloads for pods.
 */
export const notFromFiles: ReadonlySet<string> = new Set([
  "IST0102", // injection.Analyzer
  "IST0103",
  "IST0107", // annotations.K8sAnalyzer
  "IST0108", // annotations.K8sAnalyzer
  "IST0110", // sidecar.SelectorAnalyzer
  "IST0111",
  "IST0112", // virtualservice.DestinationHostAnalyzer
  "IST0116", // deployment.MultiServiceAnalyzer
  "IST0118", // service.PortNameAnalyzer
  "IST0123", // injection.Analyzer
  "IST0125", // annotations.K8sAnalyzer
  "IST0126", // meshnetworks.MeshNetworksAnalyzer
  "IST0127", // auth.AuthorizationPoliciesAnalyzer
  "IST0135", // annotations.K8sAnalyzer
  "IST0136", // of `istioctl x precheck`, which asks a cluster
  "IST0137", // deployment.MultiServiceAnalyzer
  "IST0139", // webhook.Analyzer
  "IST0140", // virtualservice.DestinationHostAnalyzer
  "IST0144", // applicationUID.Analyzer
  "IST0145", // gateway.ConflictingGatewayAnalyzer
  "IST0146", // injection.ImageAutoAnalyzer
  "IST0147",
  "IST0148", // injection.Analyzer
  "IST0149", // virtualservice.JWTClaimRouteAnalyzer
  "IST0150", // service.PortNameAnalyzer
  "IST0156", // of `istioctl x precheck`, which asks a cluster
  "IST0158", // injection.ImageAnalyzer
  "IST0159", // telemetry.SelectorAnalyzer
  "IST0161", // gateway.SecretAnalyzer
  "IST0162", // gateway.IngressGatewayPortAnalyzer
  "IST0166", // k8sgateway.SelectorAnalyzer
  "IST0167", // sidecar.SelectorAnalyzer
  "IST0170", // services.MultiClusterServiceAnalyzer
  "IST0171", // conditions.ConditionAnalyzer
  "IST0172", // of `istioctl x precheck`, which asks a cluster
  "IST0173", // destinationrule.SubsetSelectPodAnalyzer
  "IST0174",
]);

/** An unknown host, port or workload is found by analyzers that need Services and Pods. */
const needsServices = "istioctl does not read Services from files and leaves this analyzer out";

const routing: readonly KnownDifference[] = [
  {
    file: "routing/destinations.yaml",
    finding: "IST0101 VirtualService shop/unknown-host",
    only: "heddle",
    reason: needsServices,
  },
  {
    file: "routing/destinations.yaml",
    finding: "IST0101 VirtualService shop/unknown-port",
    only: "heddle",
    reason: needsServices,
  },
  {
    file: "routing/destinations.yaml",
    finding: "IST0101 VirtualService shop/unseen-host",
    only: "heddle",
    reason: needsServices,
  },
  {
    file: "routing/subsets.yaml",
    finding: "IST0101 VirtualService web/external-subset",
    only: "istioctl",
    reason:
      "istioctl looks for the DestinationRule of an external host in the namespace of the VirtualService only; Istio uses the one in the namespace of the ServiceEntry",
  },
];

const objects: readonly KnownDifference[] = [
  {
    file: "objects/deprecated.yaml",
    finding: "IST0002 CustomResourceDefinition servicerolebindings.rbac.istio.io",
    only: "heddle",
    reason: "istioctl does not read the spec of a CustomResourceDefinition from a file",
  },
];

/** A selector that matches nothing is found by analyzers that need Pods. */
const security: readonly KnownDifference[] = [
  "bank/two",
  "shop/alone",
  "shop/files-one",
  "shop/files-other-key",
  "shop/files-two",
].map((name) => ({
  file: "security/gateway-certificates.yaml",
  finding: `IST0101 Gateway ${name}`,
  only: "heddle",
  reason: "istioctl does not read Pods from files and leaves gateway.SecretAnalyzer out",
}));

const schema: readonly KnownDifference[] = [
  {
    file: "schema/export-to-own.yaml",
    finding: "IST0106 ServiceEntry own-only",
    only: "istioctl",
    reason:
      "istioctl reads `.` as the empty namespace of the file and refuses it; applied, the object has a namespace",
  },
];

/** Every difference between the two tools on the files of this folder. */
export const knownDifferences: readonly KnownDifference[] = [
  ...routing,
  ...objects,
  ...security,
  ...schema,
];

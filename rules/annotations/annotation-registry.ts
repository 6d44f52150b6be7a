import type { AnnotationValue } from "./annotation-values.ts";

/** What Istio 1.31 knows of one annotation. */
export interface KnownAnnotation {
  /** Kinds that it works on, with spaces between; `Any` for all. */
  readonly kinds: string;
  readonly status: "alpha" | "beta" | "stable";
  readonly deprecated?: true;
  /** The form of its value, where Istio checks it. */
  readonly value?: AnnotationValue;
}

/** The annotations of Istio, and the one of Kubernetes that Istio documents. */
const registry: Readonly<Record<string, KnownAnnotation>> = {
  "alpha.istio.io/canonical-serviceaccounts": {
    kinds: "Service",
    status: "alpha",
    deprecated: true,
  },
  "alpha.istio.io/kubernetes-serviceaccounts": {
    kinds: "Service",
    status: "alpha",
    deprecated: true,
  },
  "ambient.istio.io/bypass-inbound-capture": { kinds: "Pod", status: "alpha" },
  "ambient.istio.io/dns-capture": { kinds: "Pod", status: "alpha" },
  "ambient.istio.io/redirection": { kinds: "Pod", status: "beta" },
  "ambient.istio.io/waypoint-inbound-binding": { kinds: "GatewayClass Gateway", status: "alpha" },
  "galley.istio.io/analyze-suppress": { kinds: "Any", status: "alpha" },
  "gateway.istio.io/controller-version": { kinds: "Any", status: "alpha" },
  "gateway.istio.io/name-override": { kinds: "Gateway", status: "alpha" },
  "gateway.istio.io/service-account": { kinds: "Gateway", status: "alpha" },
  "inject.istio.io/templates": { kinds: "Pod", status: "alpha" },
  "istio.io/autoRegistrationGroup": { kinds: "WorkloadEntry", status: "alpha" },
  "istio.io/connectedAt": { kinds: "WorkloadEntry", status: "alpha" },
  "istio.io/disconnectedAt": { kinds: "WorkloadEntry", status: "alpha" },
  "istio.io/dry-run": { kinds: "AuthorizationPolicy", status: "alpha" },
  "istio.io/reroute-virtual-interfaces": { kinds: "Pod", status: "alpha", value: "interfaces" },
  "istio.io/rev": { kinds: "Pod", status: "alpha" },
  "istio.io/use-waypoint-canary-weight": {
    kinds: "Service ServiceEntry Namespace",
    status: "alpha",
  },
  "istio.io/workloadController": { kinds: "WorkloadEntry", status: "alpha" },
  "kubernetes.io/ingress.class": { kinds: "Ingress", status: "stable" },
  "networking.istio.io/exportTo": { kinds: "Service", status: "alpha" },
  "networking.istio.io/service-type": { kinds: "Gateway", status: "alpha" },
  "networking.istio.io/traffic-distribution": {
    kinds: "Namespace Service ServiceEntry",
    status: "alpha",
  },
  "prometheus.istio.io/merge-metrics": { kinds: "Pod", status: "alpha", value: "flag" },
  "proxy.istio.io/config": { kinds: "Pod", status: "beta", value: "proxyConfig" },
  "proxy.istio.io/overrides": { kinds: "Pod", status: "alpha" },
  "readiness.status.sidecar.istio.io/applicationPorts": { kinds: "Pod", status: "alpha" },
  "readiness.status.sidecar.istio.io/failureThreshold": {
    kinds: "Pod",
    status: "alpha",
    value: "count",
  },
  "readiness.status.sidecar.istio.io/initialDelaySeconds": {
    kinds: "Pod",
    status: "alpha",
    value: "count",
  },
  "readiness.status.sidecar.istio.io/periodSeconds": {
    kinds: "Pod",
    status: "alpha",
    value: "count",
  },
  "sidecar.istio.io/agentLogLevel": { kinds: "Pod", status: "alpha" },
  "sidecar.istio.io/bootstrapOverride": { kinds: "Pod", status: "alpha" },
  "sidecar.istio.io/componentLogLevel": { kinds: "Pod", status: "alpha" },
  "sidecar.istio.io/discoveryAddress": { kinds: "Pod", status: "alpha", deprecated: true },
  "sidecar.istio.io/extraStatTags": { kinds: "Pod", status: "alpha", deprecated: true },
  "sidecar.istio.io/inject": { kinds: "Pod", status: "beta", deprecated: true },
  "sidecar.istio.io/interceptionMode": { kinds: "Pod", status: "alpha", value: "interceptionMode" },
  "sidecar.istio.io/logLevel": { kinds: "Pod", status: "alpha" },
  "sidecar.istio.io/nativeSidecar": { kinds: "Pod", status: "alpha" },
  "sidecar.istio.io/proxyCPU": { kinds: "Pod", status: "alpha", value: "quantity" },
  "sidecar.istio.io/proxyCPULimit": { kinds: "Pod", status: "alpha", value: "quantity" },
  "sidecar.istio.io/proxyImage": { kinds: "Pod", status: "alpha" },
  "sidecar.istio.io/proxyImageType": { kinds: "Pod", status: "alpha" },
  "sidecar.istio.io/proxyMemory": { kinds: "Pod", status: "alpha", value: "quantity" },
  "sidecar.istio.io/proxyMemoryLimit": { kinds: "Pod", status: "alpha", value: "quantity" },
  "sidecar.istio.io/rewriteAppHTTPProbers": { kinds: "Pod", status: "alpha" },
  "sidecar.istio.io/statsCompression": { kinds: "Pod", status: "alpha", deprecated: true },
  "sidecar.istio.io/statsEvictionInterval": { kinds: "Pod", status: "alpha" },
  "sidecar.istio.io/statsFlushInterval": { kinds: "Pod", status: "alpha" },
  "sidecar.istio.io/statsHistogramBins": { kinds: "Pod", status: "alpha" },
  "sidecar.istio.io/statsHistogramBuckets": { kinds: "Pod", status: "alpha" },
  "sidecar.istio.io/statsInclusionPrefixes": { kinds: "Pod", status: "alpha", deprecated: true },
  "sidecar.istio.io/statsInclusionRegexps": { kinds: "Pod", status: "alpha", deprecated: true },
  "sidecar.istio.io/statsInclusionSuffixes": { kinds: "Pod", status: "alpha", deprecated: true },
  "sidecar.istio.io/status": { kinds: "Pod", status: "alpha" },
  "sidecar.istio.io/userVolume": { kinds: "Pod", status: "alpha" },
  "sidecar.istio.io/userVolumeMount": { kinds: "Pod", status: "alpha" },
  "status.sidecar.istio.io/port": { kinds: "Pod", status: "alpha", value: "port" },
  "topology.istio.io/controlPlaneClusters": { kinds: "Namespace", status: "alpha" },
  "traffic.istio.io/nodeSelector": { kinds: "Service", status: "stable" },
  "traffic.sidecar.istio.io/excludeInboundPorts": { kinds: "Pod", status: "alpha", value: "ports" },
  "traffic.sidecar.istio.io/excludeInterfaces": {
    kinds: "Pod",
    status: "alpha",
    value: "interfaces",
  },
  "traffic.sidecar.istio.io/excludeOutboundIPRanges": {
    kinds: "Pod",
    status: "alpha",
    value: "ranges",
  },
  "traffic.sidecar.istio.io/excludeOutboundPorts": {
    kinds: "Pod",
    status: "alpha",
    value: "ports",
  },
  "traffic.sidecar.istio.io/includeInboundPorts": {
    kinds: "Pod",
    status: "alpha",
    value: "portsOrAll",
  },
  "traffic.sidecar.istio.io/includeOutboundIPRanges": {
    kinds: "Pod",
    status: "alpha",
    value: "rangesOrAll",
  },
  "traffic.sidecar.istio.io/includeOutboundPorts": { kinds: "Pod", status: "alpha" },
  "traffic.sidecar.istio.io/kubevirtInterfaces": {
    kinds: "Pod",
    status: "alpha",
    deprecated: true,
    value: "interfaces",
  },
};

/** What is known of an annotation; undefined where Istio has none of this name. */
export function findAnnotation(name: string): KnownAnnotation | undefined {
  return Object.hasOwn(registry, name) ? registry[name] : undefined;
}

/** Every name in the registry. */
export const annotationNames: readonly string[] = Object.keys(registry);

/** Codes of what is added to proxies: extensions, providers and telemetry. */
export const extensionCodes = {
  HED2070: "two extensions of one name",
  HED2071: "extensions in another order than the proxy's",
  HED2072: "extensions where no request passes",
  HED2073: "reference to an unknown provider",
  HED2074: "a provider that cannot do what is asked of it",
  HED2075: "an authoriser that its own proxies would ask",
  HED2076: "an alias that the trust domain has already",
  HED2077: "a rule for an authoriser that depends on identities",
  HED3006: "a control plane that does not know the providers of a mesh",
  HED3007: "a rule for an authoriser that Istio cannot tell",
} as const;

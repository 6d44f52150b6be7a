/** Codes of what is added to proxies: extensions, providers and telemetry. */
export const extensionCodes = {
  HED2070: "two extensions of one name",
  HED2071: "extensions in another order than the proxy's",
  HED2072: "extensions where no request passes",
} as const;

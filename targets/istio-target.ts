import { compileIstio } from "./istio/index.ts";
import type { Target } from "./target.ts";

/** Istio with sidecars and gateways, by istiod. */
export const istioTarget: Target = {
  name: "istio",
  features: {
    "services/versions": "yes",
    "services/external": "yes",
    "ports/http": "yes",
    "ports/http2": "yes",
    "ports/grpc": "yes",
    "ports/tcp": "yes",
    "ports/tls": "yes",
    "calls/timeout": "yes",
    "calls/retries": "yes",
    "routes/inside": "yes",
    "routes/split": "yes",
    "routes/match-path": "yes",
    "routes/match-header": "yes",
    "routes/match-no-header": "yes",
    "routes/match-method": "yes",
    "routes/match-query": "yes",
    "routes/match-authority": "yes",
    "routes/match-caller": "yes",
    "routes/timeout": "yes",
    "routes/retries": "yes",
    "routes/per-try-timeout": "yes",
    "routes/retry-on-status": "yes",
    "routes/retry-on-condition": "yes",
    "trust/mtls-strict": "yes",
    "trust/mtls-permissive": "yes",
    "trust/mtls-disabled": "yes",
    "gateways/http": "yes",
    "gateways/https": "yes",
    "gateways/wildcard-host": "yes",
  },
  compile: compileIstio,
};

import type { RuleDoc } from "../rule.ts";

const metrics = (value: string) => `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: default, namespace: istio-system }
spec:
  metrics:
    - providers: [{ name: prometheus }]
      overrides:
        - match: { metric: REQUEST_COUNT }
          tagOverrides:
            operation: { value: "${value}" }
`;

/** Text and examples of `telemetry/tag-without-end`. */
export const tagWithoutEndDoc: RuleDoc = {
  inventory: ["telemetry-sampling"],
  what: "No tag of a metric is filled with something that is another one with nearly every request: paths, ids of requests and traces, addresses, cookies, browsers.",
  why: "Every value is a time series of its own, kept in each proxy and in the database of metrics: both run out of memory, and with them what should say why.",
  fails: metrics("request.url_path"),
  passes: metrics("request.method"),
};

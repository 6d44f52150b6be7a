import type { Feature } from "../targets/features.ts";

/** Why no request can show what a feature does in the tests, and what shows it instead. */
export interface NotMeasured {
  readonly why: string;
  /** Title of the test that shows as much as can be shown, and where it is. */
  readonly title: string;
  readonly file: string;
}

/** Features of Istio whose effect the tests cannot see. */
export const notMeasured: Partial<Readonly<Record<Feature, NotMeasured>>> = {
  "telemetry/metrics": {
    why: "only Istio's own build of Envoy has the filter that counts (`istio.stats`), and the tests run Envoy's release",
    title: "istiod tells the proxies of a service which metrics and labels to keep",
    file: "test/e2e/extensions.e2e.test.ts",
  },
};

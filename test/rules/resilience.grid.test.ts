import { retriesExceedTimeout } from "../../rules/resilience/retries-exceed-timeout.ts";
import { retryAmplification } from "../../rules/resilience/retry-amplification.ts";
import { retryWithoutPerTryTimeout } from "../../rules/resilience/retry-without-per-try-timeout.ts";
import { to, virtualService } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const retrying = (retries: object, timeout?: string) =>
  virtualService("cart", { route: [to("cart")], retries, ...(timeout ? { timeout } : {}) });
const mesh = (services: string) =>
  `name: shop\ntrust: { domain: shop.example }\nservices:\n${services}`;
const on503 = (attempts: number) =>
  `{ retries: { attempts: ${String(attempts)}, perTryTimeout: 1s, on: ["503"] } }`;
const vs = "VirtualService shop/cart";

runGrid(retryWithoutPerTryTimeout, [
  ["503 without", retrying({ attempts: 2, retryOn: "503" }), [`fail ${vs}: spec.http[0]`]],
  ["Istio's default conditions without", retrying({ attempts: 2 }), [`fail ${vs}: spec.http[0]`]],
  [
    "only failed connections",
    retrying({ attempts: 2, retryOn: "connect-failure,refused-stream" }),
    [],
  ],
  ["none at all", retrying({ attempts: 0 }), []],
  ["503 with", retrying({ attempts: 2, retryOn: "503", perTryTimeout: "1s" }), []],
  [
    "an unknown condition",
    retrying({ attempts: 2, retryOn: unknownText }),
    [`unknown ${vs}: spec.http[0].retries.retryOn`],
  ],
]);

runGrid(retriesExceedTimeout, [
  ["exactly enough", retrying({ attempts: 2, perTryTimeout: "1s" }, "3.075s"), []],
  [
    "one millisecond short",
    retrying({ attempts: 2, perTryTimeout: "1s" }, "3.074s"),
    [`fail ${vs}: spec.http[0]`],
  ],
  ["no timeout", retrying({ attempts: 2, perTryTimeout: "1s" }), []],
  ["timeout switched off", retrying({ attempts: 2, perTryTimeout: "1s" }, "0s"), []],
  [
    "pauses stop growing: 6 × 1ms + 25 + 50 + 100 + 200 + 250",
    retrying({ attempts: 5, perTryTimeout: "1ms" }, "631ms"),
    [],
  ],
  [
    "an unknown timeout",
    retrying({ attempts: 2, perTryTimeout: "1s" }, unknownText),
    [`unknown ${vs}: spec.http[0].timeout`],
  ],
]);

runGrid(retryAmplification, [
  [
    "3 × 3 is the limit",
    mesh(`  a: { calls: { b: ${on503(2)} } }\n  b: { calls: { c: ${on503(2)} } }\n  c: {}\n`),
    [],
  ],
  [
    "4 × 3, fixed where the entrance is",
    mesh(`  a: { calls: { b: ${on503(3)} } }\n  b: { calls: { c: ${on503(2)} } }\n  c: {}\n`),
    ["fail mesh shop: services.a.calls.b"],
  ],
  [
    "failed connections are not passed on",
    mesh(
      `  a: { calls: { b: { retries: { attempts: 9 } } } }\n  b: { calls: { c: { retries: { attempts: 8 } } } }\n  c: {}\n`,
    ),
    ["fail mesh shop: services.a.calls.b"],
  ],
  [
    "gRPC conditions without gRPC do not count",
    mesh(
      `  a: { calls: { b: { retries: { attempts: 3, perTryTimeout: 1s, on: [unavailable] } } } }\n  b: { calls: { c: { retries: { attempts: 3, perTryTimeout: 1s, on: [unavailable] } } } }\n  c: {}\n`,
    ),
    [],
  ],
  [
    "gRPC conditions with gRPC count",
    mesh(
      `  a: { calls: { b: { retries: { attempts: 3, perTryTimeout: 1s, on: [unavailable] } } } }\n  b: { protocol: grpc, calls: { c: { retries: { attempts: 3, perTryTimeout: 1s, on: [unavailable] } } } }\n  c: { protocol: grpc }\n`,
    ),
    ["fail mesh shop: services.a.calls.b"],
  ],
  [
    "a circle with retries",
    mesh(`  a: { calls: { b: ${on503(1)} } }\n  b: { calls: { a: {} } }\n`),
    ["fail mesh shop: services.a.calls.b"],
  ],
  ["a circle without retries", mesh("  a: { calls: { b: {} } }\n  b: { calls: { a: {} } }\n"), []],
  [
    "two entrances, one chain",
    mesh(
      `  a: { calls: { c: ${on503(3)} } }\n  b: { calls: { c: ${on503(3)} } }\n  c: { calls: { d: ${on503(2)} } }\n  d: {}\n`,
    ),
    ["fail mesh shop: services.a.calls.c", "fail mesh shop: services.b.calls.c"],
  ],
]);

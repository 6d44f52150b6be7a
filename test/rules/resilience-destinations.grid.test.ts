import { gatewayErrorsShadowed } from "../../rules/resilience/gateway-errors-shadowed.ts";
import { oneRequestPerConnection } from "../../rules/resilience/one-request-per-connection.ts";
import { outlierEjectsAll } from "../../rules/resilience/outlier-ejects-all.ts";
import { outlierNeverEjects } from "../../rules/resilience/outlier-never-ejects.ts";
import { slowConnect } from "../../rules/resilience/slow-connect.ts";
import {
  deployment,
  destinationRule,
  object,
  service,
  to,
  virtualService,
  yaml,
} from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const dr = "fail DestinationRule shop/cart: spec";
const policy = (trafficPolicy: object) => destinationRule("cart", { host: "cart", trafficPolicy });
const outlier = (outlierDetection: object) => policy({ outlierDetection });
const workloads = (v1: number | string, v2: number | string) =>
  yaml(
    service("cart"),
    deployment("cart", "v1", { replicas: v1 }),
    deployment("cart", "v2", { replicas: v2 }),
  );
const scaler = object("autoscaling/v2", "HorizontalPodAutoscaler", "cart", {
  scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "cart-v1" },
  minReplicas: 2,
  maxReplicas: 20,
});
const found = [`${dr}.trafficPolicy.outlierDetection`];

runGrid(outlierNeverEjects, [
  ["nine with the default", yaml(workloads(5, 4), outlier({ interval: "5s" })), found],
  ["ten with the default", yaml(workloads(5, 5), outlier({ interval: "5s" })), []],
  ["three with 33 %", yaml(workloads(2, 1), outlier({ maxEjectionPercent: 33 })), found],
  ["three with 34 %", yaml(workloads(2, 1), outlier({ maxEjectionPercent: 34 })), []],
  ["one", yaml(workloads(1, 0), outlier({})), []],
  ["workloads that are elsewhere", yaml(service("cart"), outlier({})), []],
  ["a host that is elsewhere", outlier({}), []],
  ["an autoscaler", yaml(workloads(2, 1), scaler, outlier({})), []],
  ["a number that is not known", yaml(workloads(unknownText, 1), outlier({})), []],
  [
    "failover to other localities",
    yaml(
      workloads(2, 1),
      policy({ outlierDetection: {}, loadBalancer: { localityLbSetting: { enabled: true } } }),
    ),
    [],
  ],
  [
    "a subset",
    yaml(
      workloads(4, 8),
      destinationRule("cart", {
        host: "cart.shop.svc.cluster.local",
        trafficPolicy: { outlierDetection: {} },
        subsets: [
          {
            name: "v1",
            labels: { version: "v1" },
            trafficPolicy: { outlierDetection: { maxEjectionPercent: 20 } },
          },
        ],
      }),
    ),
    [`${dr}.subsets[0].trafficPolicy.outlierDetection`],
  ],
]);

const all = [`${dr}.trafficPolicy.outlierDetection.maxEjectionPercent`];
runGrid(outlierEjectsAll, [
  ["100 and nothing", outlier({ maxEjectionPercent: 100 }), all],
  ["100 and 0", outlier({ maxEjectionPercent: 100, minHealthPercent: 0 }), all],
  ["100 and 30", outlier({ maxEjectionPercent: 100, minHealthPercent: 30 }), []],
  ["99", outlier({ maxEjectionPercent: 99 }), []],
  ["no outlier detection", policy({}), []],
]);

const gateway = [`${dr}.trafficPolicy.outlierDetection.consecutiveGatewayErrors`];
runGrid(gatewayErrorsShadowed, [
  ["the default", outlier({ consecutiveGatewayErrors: 5 }), gateway],
  ["below the default", outlier({ consecutiveGatewayErrors: 4 }), []],
  ["equal", outlier({ consecutiveGatewayErrors: 3, consecutive5xxErrors: 3 }), gateway],
  ["below", outlier({ consecutiveGatewayErrors: 3, consecutive5xxErrors: 7 }), []],
  ["5xx off", outlier({ consecutiveGatewayErrors: 9, consecutive5xxErrors: 0 }), []],
  ["gateway errors off", outlier({ consecutiveGatewayErrors: 0, consecutive5xxErrors: 7 }), []],
  [
    "of a port",
    policy({
      portLevelSettings: [
        { port: { number: 80 }, outlierDetection: { consecutiveGatewayErrors: 8 } },
      ],
    }),
    [`${dr}.trafficPolicy.portLevelSettings[0].outlierDetection.consecutiveGatewayErrors`],
  ],
]);

const perConnection = (maxRequestsPerConnection: number) =>
  policy({ connectionPool: { http: { maxRequestsPerConnection } } });
runGrid(oneRequestPerConnection, [
  ["one", perConnection(1), [`${dr}.trafficPolicy.connectionPool.http.maxRequestsPerConnection`]],
  ["no limit", perConnection(0), []],
  ["ten", perConnection(10), []],
]);

const connect = (connectTimeout: string) => policy({ connectionPool: { tcp: { connectTimeout } } });
const rule = (http: object, subset?: string) =>
  virtualService("cart", { route: [to("cart", subset)], ...http });
const tries = { timeout: "3s", retries: { attempts: 2, perTryTimeout: "900ms" } };
const slow = [`${dr}.trafficPolicy.connectionPool.tcp.connectTimeout`];
runGrid(slowConnect, [
  ["as long as a try", yaml(rule(tries), connect("900ms")), slow],
  ["shorter than a try", yaml(rule(tries), connect("0.899s")), []],
  ["longer than the whole", yaml(rule({ timeout: "2s" }), connect("5s")), slow],
  ["shorter than the whole", yaml(rule({ timeout: "2s" }), connect("1s")), []],
  ["no timeout", yaml(rule({}), connect("30s")), []],
  ["the default is not judged", yaml(rule({ timeout: "2s" }), policy({})), []],
  [
    "per-try timeout without tries",
    yaml(rule({ timeout: "3s", retries: { attempts: 0, perTryTimeout: "1s" } }), connect("2s")),
    [],
  ],
  ["another host", yaml(rule(tries), destinationRule("cart", { host: "web" })), []],
  [
    "another subset",
    yaml(
      rule(tries, "v2"),
      destinationRule("cart", {
        host: "cart",
        subsets: [
          {
            name: "v1",
            trafficPolicy: { connectionPool: { tcp: { connectTimeout: "5s" } } },
          },
        ],
      }),
    ),
    [],
  ],
]);

import { describe, expect, test } from "vitest";
import { printPath } from "../../../diagnostics/index.ts";
import { lift, metadata } from "./lift-objects.ts";

describe("routes", () => {
  const route = (spec: object, apiVersion = "networking.istio.io/v1") => ({
    apiVersion,
    kind: "VirtualService",
    metadata,
    spec,
  });

  test.each(["v1", "v1beta1", "v1alpha3"])("a VirtualService of version %s", (version) => {
    const { graph } = lift(
      route(
        {
          hosts: ["cart", "shop.example"],
          gateways: ["mesh", "edge", "far/edge"],
          http: [
            {
              name: "beta",
              match: [
                {
                  uri: { prefix: "/beta" },
                  method: { exact: "GET" },
                  headers: { user: { regex: ".*" } },
                },
              ],
              route: [
                { destination: { host: "cart", subset: "v1", port: { number: 80 } }, weight: 90 },
                { destination: { host: "cart.far.svc.cluster.local" }, weight: 10 },
              ],
              timeout: "1.5s",
              retries: {
                attempts: 2,
                perTryTimeout: "0.25s",
                retryOn: "503, retriable-status-codes,reset",
              },
            },
            {
              match: [{ sourceLabels: { app: "web" }, sourceNamespace: "front" }],
              route: [{ destination: { host: "cart" } }],
            },
          ],
        },
        `networking.istio.io/${version}`,
      ),
    );
    expect(graph.routes).toMatchObject([
      {
        hosts: ["cart.shop.svc.cluster.local", "shop.example"],
        gateways: ["mesh", "shop/edge", "far/edge"],
        rules: [
          {
            name: "beta",
            matches: [
              {
                path: { kind: "prefix", value: "/beta" },
                method: "GET",
                headers: { user: { kind: "regex", value: ".*" } },
              },
            ],
            destinations: [
              { host: "cart.shop.svc.cluster.local", subset: "v1", port: 80, weight: 90 },
              { host: "cart.far.svc.cluster.local", weight: 10 },
            ],
            timeout: 1500,
            retries: { attempts: 2, perTryTimeout: 250, on: ["503", "reset"] },
          },
          { name: "http-1", callers: ["front/web"], destinations: [{ weight: 100 }] },
        ],
      },
    ]);
  });

  test("without gateways it is for the sidecars", () => {
    expect(lift(route({ hosts: ["cart"] })).graph.routes[0]?.gateways).toEqual(["mesh"]);
  });

  test("what the graph cannot hold is said", () => {
    const { diagnostics } = lift(
      route({
        hosts: ["cart"],
        http: [{ timeout: "soon", retries: { attempts: 1, retryOn: "moonlight" } }],
      }),
    );
    expect(
      diagnostics.map(({ code, severity, path }) => [code, severity, printPath(path)]),
    ).toEqual([
      ["HED2011", "info", "spec.http[0].retries.retryOn"],
      ["HED2011", "info", "spec.http[0].timeout"],
    ]);
  });
});

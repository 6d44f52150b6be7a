import { expect, test } from "vitest";
import { createReport } from "../../../diagnostics/index.ts";
import { parseMesh } from "../../../model/index.ts";
import { ownHosts } from "../../../targets/istio/own-hosts.ts";
import { redirectGateway } from "../../../targets/istio/redirect-gateway.ts";

test.each([
  { hosts: ["a.example", "b.example"], named: ["a.example", "b.example"] },
  { hosts: ["*.a.example", "a.example"], named: ["*.a.example", "a.example"] },
  { hosts: ["*.a.example", "b.a.example", "c.b.a.example"], named: ["*.a.example"] },
  {
    hosts: ["*.a.example", "*.b.a.example", "*.ba.example"],
    named: ["*.a.example", "*.ba.example"],
  },
])("of $hosts a VirtualService names $named", ({ hosts, named }) => {
  expect(ownHosts(hosts)).toEqual(named);
});

test("a redirect to another port of HTTPS names them so too, and its Gateway every host", () => {
  const tls = { secret: "cert" };
  const mesh = parseMesh(
    {
      name: "shop",
      trust: { domain: "shop.example" },
      services: { web: {} },
      gateways: {
        edge: {
          ports: { https: 8443 },
          hosts: {
            "*.a.example": { service: "web", tls },
            "b.a.example": { service: "web", tls },
          },
        },
      },
    },
    createReport(),
  );
  const [gateway, route] = Object.values(mesh?.gateways ?? {}).flatMap(redirectGateway);
  expect(gateway?.["spec"]).toMatchObject({ servers: [{ hosts: ["*.a.example", "b.a.example"] }] });
  expect(route?.["spec"]).toMatchObject({ hosts: ["*.a.example"] });
});

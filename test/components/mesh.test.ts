import { describe, expect, test } from "vitest";
import { checkMesh } from "../../components/check-mesh.ts";
import { ControlPlane, Mesh } from "../../components/index.ts";
import type { MeshDefinition } from "../../model/index.ts";
import { find, recordResources, type Recorded } from "./record-resources.ts";
import { shop } from "./shop.ts";
import { temporaryCharts } from "./temporary-charts.ts";

const isComponent = ({ type }: Recorded): boolean => type.startsWith("heddle:");

describe("Mesh", () => {
  test("registers exactly what the compilers give, nothing changed", async () => {
    const recorded = await recordResources(() => new Mesh("shop", { mesh: shop }));
    const objects = recorded.filter((each) => !isComponent(each)).map(({ inputs }) => inputs);
    const { manifests } = checkMesh(shop);
    expect(objects).toHaveLength(manifests.length);
    expect(objects).toEqual(expect.arrayContaining([...manifests]) as unknown);
  });

  test("makes what the compilers give for a host of its own as well, and no Service", async () => {
    const image = "docker.io/heddle/sample:1";
    const own: MeshDefinition = {
      name: "shop",
      trust: { domain: "shop.example" },
      services: {
        web: { image, calls: { billing: {} } },
        billing: { image, host: "billing.internal.example.com" },
      },
    };
    const recorded = await recordResources(() => new Mesh("shop", { mesh: own }));
    const objects = recorded.filter((each) => !isComponent(each)).map(({ inputs }) => inputs);
    const { manifests } = checkMesh(own);
    expect(objects).toHaveLength(manifests.length);
    expect(objects).toEqual(expect.arrayContaining([...manifests]) as unknown);
    const services = manifests.filter(({ kind }) => kind === "Service");
    expect(services.map(({ metadata }) => metadata.name)).toEqual(["web"]);
  });

  test("says what Istio would lose, unless that is accepted", () => {
    const hidden: MeshDefinition = {
      name: "shop",
      trust: { domain: "shop.example" },
      services: { cart: { visibility: "namespace" } },
    };
    expect(() => checkMesh(hidden)).toThrow(/services\/visibility-elsewhere/);
    expect(checkMesh(hidden, ["services/visibility-elsewhere"]).warnings).toMatchObject([
      { code: "HED3001", severity: "info", path: ["services", "cart"] },
    ]);
  });

  test("pins types, names and parents", async () => {
    const recorded = await recordResources(() => new Mesh("shop", { mesh: shop }));
    expect(recorded.map(({ type, name, parent }) => `${parent ?? ""} > ${type}::${name}`).sort())
      .toMatchInlineSnapshot(`
        [
          "heddle:index:Mesh::shop > heddle:index:MeshService::shop-cart",
          "heddle:index:Mesh::shop > heddle:index:MeshService::shop-web",
          "heddle:index:Mesh::shop > kubernetes:core/v1:Namespace::shop:shop",
          "heddle:index:Mesh::shop > kubernetes:networking.istio.io/v1:DestinationRule::shop:shop/cart",
          "heddle:index:Mesh::shop > kubernetes:networking.istio.io/v1:DestinationRule::shop:shop/payments",
          "heddle:index:Mesh::shop > kubernetes:networking.istio.io/v1:DestinationRule::shop:shop/web",
          "heddle:index:Mesh::shop > kubernetes:networking.istio.io/v1:Gateway::shop:shop/edge",
          "heddle:index:Mesh::shop > kubernetes:networking.istio.io/v1:ServiceEntry::shop:shop/payments",
          "heddle:index:Mesh::shop > kubernetes:networking.istio.io/v1:VirtualService::shop:shop/cart",
          "heddle:index:Mesh::shop > kubernetes:networking.istio.io/v1:VirtualService::shop:shop/edge-web",
          "heddle:index:Mesh::shop > kubernetes:networking.istio.io/v1:VirtualService::shop:shop/web",
          "heddle:index:Mesh::shop > kubernetes:security.istio.io/v1:AuthorizationPolicy::shop:shop/cart",
          "heddle:index:Mesh::shop > kubernetes:security.istio.io/v1:AuthorizationPolicy::shop:shop/web",
          "heddle:index:Mesh::shop > kubernetes:security.istio.io/v1:PeerAuthentication::shop:istio-system/default",
          "heddle:index:MeshService::shop-cart > kubernetes:apps/v1:Deployment::shop-cart:shop/cart-v1",
          "heddle:index:MeshService::shop-cart > kubernetes:apps/v1:Deployment::shop-cart:shop/cart-v2",
          "heddle:index:MeshService::shop-cart > kubernetes:core/v1:Service::shop-cart:shop/cart",
          "heddle:index:MeshService::shop-cart > kubernetes:core/v1:ServiceAccount::shop-cart:shop/cart",
          "heddle:index:MeshService::shop-web > kubernetes:apps/v1:Deployment::shop-web:shop/web",
          "heddle:index:MeshService::shop-web > kubernetes:core/v1:Service::shop-web:shop/web",
          "heddle:index:MeshService::shop-web > kubernetes:core/v1:ServiceAccount::shop-web:shop/web",
          "pulumi:pulumi:Stack::heddle-test-test > heddle:index:Mesh::shop",
        ]
      `);
  });

  test("destinations come before the routes to them, and all after the control plane", async () => {
    const charts = temporaryCharts();
    const recorded = await recordResources(() => {
      const controlPlane = new ControlPlane("istio", { charts });
      new Mesh("shop", { mesh: shop, controlPlane });
    });
    const virtualService = "kubernetes:networking.istio.io/v1:VirtualService";
    const route = find(recorded, "shop:shop/cart", virtualService).dependsOn;
    expect(route).toEqual(
      expect.arrayContaining([
        "kubernetes:networking.istio.io/v1:DestinationRule::shop:shop/cart",
        "kubernetes:apps/v1:Deployment::shop-cart:shop/cart-v1",
        "kubernetes:apps/v1:Deployment::shop-cart:shop/cart-v2",
        "kubernetes:core/v1:Service::shop-cart:shop/cart",
      ]) as unknown,
    );
    expect(route).not.toContain("kubernetes:apps/v1:Deployment::shop-web:shop/web");
    const barrier =
      "kubernetes:admissionregistration.k8s.io/v1:MutatingWebhookConfigurationPatch::istio-injector-ready";
    for (const component of recorded.filter(({ type }) => type === "heddle:index:MeshService")) {
      expect(component.dependsOn).toContain(barrier);
    }
    expect(find(recorded, "shop:istio-system/default").dependsOn).toContain(barrier);
  });

  test("the route of a host with parts is there before the host leaves another one", async () => {
    const hosts = {
      "a.example": { service: "web" },
      "b.example": { service: "web", paths: { "/cart": "cart" } },
    };
    const parts: MeshDefinition = { ...shop, gateways: { edge: { hosts } } };
    const recorded = await recordResources(() => new Mesh("shop", { mesh: parts }));
    const virtualService = "kubernetes:networking.istio.io/v1:VirtualService";
    const own = `${virtualService}::shop:shop/edge-b.example`;
    expect(find(recorded, "shop:shop/edge-web", virtualService).dependsOn).toContain(own);
    expect(find(recorded, "shop:shop/cart", virtualService).dependsOn).not.toContain(own);
  });

  test("an object of Istio keeps its life when its API version changes", async () => {
    const recorded = await recordResources(() => new Mesh("shop", { mesh: shop }));
    expect(find(recorded, "shop:istio-system/default").aliases).toEqual([
      "kubernetes:security.istio.io/v1beta1:PeerAuthentication",
    ]);
    const destinationRule = "kubernetes:networking.istio.io/v1:DestinationRule";
    expect(find(recorded, "shop:shop/cart", destinationRule).aliases).toEqual([
      "kubernetes:networking.istio.io/v1beta1:DestinationRule",
      "kubernetes:networking.istio.io/v1alpha3:DestinationRule",
    ]);
  });

  test("a hook changes the objects of its kind and no others", async () => {
    const label = { changed: "yes" };
    const recorded = await recordResources(
      () =>
        new Mesh("shop", {
          mesh: shop,
          transform: {
            deployment: (manifest) => ({
              ...manifest,
              metadata: { ...manifest.metadata, labels: label },
            }),
          },
        }),
    );
    const changed = recorded.filter(({ inputs }) =>
      JSON.stringify(inputs["metadata"] ?? "").includes(`"changed":"yes"`),
    );
    expect(changed.map(({ type }) => type)).toEqual(
      Array.from({ length: 3 }, () => "kubernetes:apps/v1:Deployment"),
    );
  });

  test("a wrong model throws every finding before anything is registered", async () => {
    const wrong: MeshDefinition = {
      ...shop,
      services: { ...shop.services, web: { calls: { nobody: {} } } },
      routes: { cart: { split: { v1: 90, v2: 20 } } },
    };
    const recorded = await recordResources(() => {
      expect(() => new Mesh("shop", { mesh: wrong })).toThrow(
        expect.objectContaining({
          diagnostics: expect.arrayContaining([
            expect.objectContaining({ code: "HED2001" }),
            expect.objectContaining({ code: "HED1011" }),
          ]) as unknown,
        }),
      );
    });
    expect(recorded).toEqual([]);
  });

  test("shows policies the definition as plain data", async () => {
    const recorded = await recordResources(() => new Mesh("shop", { mesh: shop }));
    expect(find(recorded, "shop").inputs).toEqual({
      model: JSON.parse(JSON.stringify(shop)) as unknown,
    });
    expect(find(recorded, "shop").outputs).toEqual(find(recorded, "shop").inputs);
  });
});

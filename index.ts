/**
 * The online shop of `mesh.yaml` as a Pulumi program. Settings of a stack, all optional, are in `Pulumi.<stack>.yaml`.
 */
import { join } from "node:path";
import { Config, getStack } from "@pulumi/pulumi";
import {
  ControlPlane,
  Gateway,
  Mesh,
  MeshTrust,
  RawManifests,
  type GatewayServiceType,
  type ProxyKind,
  type Quantities,
} from "./components/index.ts";
import { createReport, HeddleError } from "./diagnostics/index.ts";
import { loadMesh, readRawManifests } from "./source/index.ts";
import { describeTool } from "./tools/catalogue.ts";
import { toolsFolder } from "./tools/tools-folder.ts";

const config = new Config("heddle");
const here = (...path: string[]): string => join(import.meta.dirname, ...path);

/** Where `npm run tools` puts Istio's charts. */
const assets = `istio-assets-${describeTool("pilot-discovery").version}`;

/** An environment of this project, or the path of a file. By default named as the stack. */
const name = config.get("environment") ?? getStack();
const environment = name.endsWith(".yaml") ? name : here("environments", `${name}.yaml`);

const report = createReport();
const model = loadMesh({ file: here("mesh.yaml"), environment }, report);

/** Hand-written objects beside the mesh: one YAML file, or none. */
const rawFile = config.get("manifests");
const raw = rawFile === undefined ? [] : readRawManifests(rawFile, report);
if (model === undefined || raw === undefined) throw new HeddleError(report.diagnostics());
const trustDomain = model.mesh.trust.domain;

const trust = new MeshTrust("trust", { trustDomain });

const controlPlane = new ControlPlane("istio", {
  trust,
  mesh: model,
  charts: config.get("charts") ?? join(toolsFolder(), assets, "charts"),
  hub: config.get("hub"),
  tag: config.get("tag"),
  proxy: config.get<ProxyKind>("proxy", { allowedValues: ["istio", "envoy"] }),
  replicas: config.getNumber("replicas", { min: 1 }),
  resources: config.getObject<Quantities>("resources"),
  proxyResources: config.getObject<Quantities>("proxyResources"),
});

const shop = new Mesh("shop", { mesh: model, controlPlane });

if (raw.length > 0) new RawManifests("raw", { manifests: raw, controlPlane });

const edge = new Gateway("edge", {
  mesh: shop,
  controlPlane,
  serviceType: config.get<GatewayServiceType>("gateway"),
  resources: config.getObject<Quantities>("proxyResources"),
  certificate: { kind: "generated", trust },
});

/** What a client outside needs to trust the gateway. PEM. */
export const rootCertificate = trust.rootCertificate;
/** Where the gateway is, and the hosts that it answers for. */
export const gateway = edge.address;
export const hosts = edge.hosts;

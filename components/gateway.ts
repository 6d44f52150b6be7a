import {
  ComponentResource,
  type ComponentResourceOptions,
  type CustomResourceOptions,
  type Output,
  type Resource,
} from "@pulumi/pulumi";
import type { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import type { Chart } from "@pulumi/kubernetes/helm/v4/chart.js";
import { HeddleError } from "../diagnostics/index.ts";
import type { Gateway as GatewayModel } from "../model/index.ts";
import type { ControlPlane } from "./control-plane.ts";
import { gatewayAddress } from "./gateway-address.ts";
import { GatewayCertificate } from "./gateway-certificate.ts";
import { gatewayRights } from "./gateway-rights.ts";
import { gatewayValues, type GatewayWorkloadArgs } from "./gateway-values.ts";
import { checkLoginSecrets, loginSecrets, type LoginSecrets } from "./login-secrets.ts";
import { chartFolder, istioChart } from "./istio-chart.ts";
import { mergeValues } from "./merge-values.ts";
import type { Mesh } from "./mesh.ts";
import type { MeshTrust } from "./mesh-trust.ts";

export interface GatewayArgs extends GatewayWorkloadArgs {
  /** The mesh whose model has the gateway. */
  readonly mesh: Mesh;
  readonly controlPlane: ControlPlane;
  /** Name of the gateway in the model. Default: the component's name. */
  readonly gateway?: string;
  /**
   * Where the certificates of its TLS hosts come from: `generated` below the mesh's own root, or `existing` Secrets
   * that somebody else keeps in the gateway's namespace. Default `existing`.
   */
  readonly certificate?:
    { readonly kind: "generated"; readonly trust: MeshTrust } | { readonly kind: "existing" };
  /**
   * What is in the Secrets of its logins, by Secret and key; every value is a secret in state, log and plan. Default for
   * each Secret: somebody else keeps it in the gateway's namespace.
   */
  readonly loginSecrets?: LoginSecrets;
}

/**
 * The proxies at a door of the mesh, from Istio's official gateway chart, and the certificates that they show. What
 * they do with a request is part of the model and made by `Mesh`.
 */
export class Gateway extends ComponentResource {
  /** Where clients find it: a name inside the cluster; with `LoadBalancer` the address outside. */
  readonly address: Output<string>;
  /** Hosts that it answers for. */
  readonly hosts: readonly string[];
  readonly nodes: {
    readonly chart: Chart;
    readonly certificates: readonly GatewayCertificate[];
    readonly loginSecrets: readonly Secret[];
    /** Role and RoleBinding that let it read Secrets. */
    readonly rights: readonly Resource[];
  };

  /**
   * @throws HeddleError HED2001 when the model has no such gateway, HED3032 when `loginSecrets` are not what it asks for,
   * HED5001 when the chart is missing.
   */
  constructor(name: string, args: GatewayArgs, options?: ComponentResourceOptions) {
    const { mesh, controlPlane, certificate, loginSecrets: given = {}, ...workload } = args;
    const model = findGateway(mesh, args.gateway ?? name);
    checkLoginSecrets(model, given);
    const folder = chartFolder(controlPlane.charts, "gateway");
    super("heddle:index:Gateway", name, { ...workload, model }, options);
    const namespace = mesh.nodes.namespaces[model.namespace];
    const child = { parent: this, dependsOn: namespace === undefined ? [] : [namespace] };
    const certificates =
      certificate?.kind === "generated"
        ? generateCertificates(name, model, certificate.trust, child)
        : [];
    const secrets = loginSecrets(name, model, given, child);
    const values = gatewayValues(workload, model, controlPlane.revision);
    const rights = gatewayRights(name, model, values, child);
    const chart = istioChart(
      `${name}-chart`,
      {
        folder,
        release: model.name,
        namespace: model.namespace,
        values: mergeValues(values, { rbac: { enabled: false } }),
      },
      {
        parent: this,
        // All that its pods ask for is there before them.
        dependsOn: [
          ...child.dependsOn,
          ...controlPlane.ready,
          ...certificates,
          ...secrets,
          ...rights,
        ],
      },
    );
    this.nodes = { chart, certificates, loginSecrets: secrets, rights };
    this.hosts = model.hosts.map(({ host }) => host);
    this.address = gatewayAddress(name, model, workload.serviceType, chart, { parent: this });
    this.registerOutputs({ address: this.address, hosts: this.hosts });
  }
}

function findGateway(mesh: Mesh, name: string): GatewayModel {
  const found = mesh.model.gateways[name];
  if (found !== undefined) return found;
  const names = Object.keys(mesh.model.gateways);
  throw new HeddleError([
    {
      code: "HED2001",
      severity: "error",
      path: ["gateways", name],
      message: `mesh "${mesh.model.name}" has no gateway "${name}", it has ${names.length === 0 ? "none" : names.join(", ")}`,
      fix: "name the component as the gateway in the model, or give `gateway`",
    },
  ]);
}

/** One certificate for each Secret, with every host that is served with it. */
function generateCertificates(
  name: string,
  { namespace, hosts }: GatewayModel,
  trust: MeshTrust,
  options: CustomResourceOptions,
): readonly GatewayCertificate[] {
  const ended = hosts.flatMap(({ host, tls }) => {
    return tls?.mode === "terminate" ? tls.secrets.map((secret) => ({ host, secret })) : [];
  });
  const bySecret = Map.groupBy(ended, ({ secret }) => secret);
  return [...bySecret].flatMap(([secret, [first, ...others]]) => {
    if (first === undefined) return [];
    const names: [string, ...string[]] = [first.host, ...others.map(({ host }) => host)];
    const args = { trust, secret, namespace, hosts: names };
    return new GatewayCertificate(`${name}-${secret}`, args, options);
  });
}

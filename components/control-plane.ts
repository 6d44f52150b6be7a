import {
  ComponentResource,
  type ComponentResourceOptions,
  type CustomResourceOptions,
  type Resource,
} from "@pulumi/pulumi";
import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import type { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import type { Chart } from "@pulumi/kubernetes/helm/v4/chart.js";
import type { ControlPlaneArgs } from "./control-plane-args.ts";
import { featureNames } from "../targets/features.ts";
import { meshConfig } from "../targets/istio/index.ts";
import { checkMesh } from "./check-mesh.ts";
import { chartFolder, istioChart } from "./istio-chart.ts";
import { baseValues, defaultNamespace, istiodValues } from "./istiod-values.ts";
import type { MeshTrust } from "./mesh-trust.ts";
import { textSecret } from "./text-secret.ts";
import { webhookBarrier } from "./webhook-barrier.ts";

/**
 * Istio's control plane from the official charts, in the order in which it comes up: namespace, the mesh's signer,
 * the kinds, istiod, and then a barrier. Whatever needs istiod (an Istio object, an injected pod) depends on `ready`:
 * before it, webhooks refuse objects and pods start without a proxy.
 */
export class ControlPlane extends ComponentResource {
  /** Resolved when istiod runs and the API server trusts its webhooks. For `dependsOn`. */
  readonly ready: readonly Resource[];
  /** Folder of the charts, for the gateways of this mesh. */
  readonly charts: string;
  readonly namespace: string;
  /** Names of the providers that it has from its mesh; undefined where it was given none. */
  readonly providers: readonly string[] | undefined;
  /** Undefined: the only control plane of the cluster. */
  readonly revision: string | undefined;
  readonly nodes: {
    readonly namespace: Namespace;
    readonly signer: Secret | undefined;
    readonly base: Chart;
    readonly istiod: Chart;
  };

  /** @throws HeddleError HED5001 when `charts` does not hold the charts, and with what is wrong with the mesh. */
  constructor(name: string, args: ControlPlaneArgs, options?: ComponentResourceOptions) {
    const { trust, mesh, ...plain } = args;
    const checked = mesh === undefined ? undefined : checkMesh(mesh, featureNames).mesh;
    const stated = checked === undefined ? {} : meshConfig(checked);
    const baseChart = chartFolder(args.charts, "base");
    const istiodChart = chartFolder(args.charts, "istiod");
    super("heddle:index:ControlPlane", name, plain, options);
    this.charts = args.charts;
    this.namespace = args.namespace ?? defaultNamespace;
    this.revision = args.revision;
    this.providers = checked === undefined ? undefined : Object.keys(checked.providers);

    const namespace = new Namespace(
      `${name}-namespace`,
      { metadata: { name: this.namespace } },
      { parent: this },
    );
    const inNamespace = { parent: this, dependsOn: [namespace] };
    const signer =
      trust === undefined
        ? undefined
        : signerSecret(`${name}-signer`, trust, this.namespace, inNamespace);
    const base = istioChart(
      `${name}-base`,
      {
        folder: baseChart,
        release: "istio-base",
        namespace: this.namespace,
        values: baseValues(args),
      },
      inNamespace,
    );
    const istiod = istioChart(
      `${name}-istiod`,
      {
        folder: istiodChart,
        release: this.suffixed("istiod"),
        namespace: this.namespace,
        values: istiodValues(args, stated),
      },
      // A signer that comes later is not seen: istiod has made its own by then.
      { parent: this, dependsOn: signer === undefined ? [base] : [base, signer] },
    );
    this.nodes = { namespace, signer, base, istiod };
    this.ready = webhookBarrier(name, this.webhookNames(), { parent: this, dependsOn: [istiod] });
    this.registerOutputs({ namespace: this.namespace });
  }

  private suffixed(text: string): string {
    return this.revision === undefined ? text : `${text}-${this.revision}`;
  }

  private webhookNames(): { readonly validator: string; readonly injector: string } {
    const injector = this.suffixed("istio-sidecar-injector");
    return {
      validator: "istiod-default-validator",
      injector: this.namespace === defaultNamespace ? injector : `${injector}-${this.namespace}`,
    };
  }
}

/** The Secret that istiod reads at its start. `cacerts` and the file names are Istio's. */
function signerSecret(
  name: string,
  { nodes: { root, signer } }: MeshTrust,
  namespace: string,
  options: CustomResourceOptions,
): Secret {
  const files = {
    "ca-cert.pem": signer.certificate,
    "ca-key.pem": signer.key,
    "cert-chain.pem": signer.certificate,
    "root-cert.pem": root.certificate,
  };
  return textSecret(name, { name: "cacerts", namespace, files }, options);
}

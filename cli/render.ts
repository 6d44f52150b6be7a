import { Command, Option } from "@commander-js/extra-typings";
import { stringify } from "yaml";
import { createReport, formatDiagnostics, HeddleError, type Report } from "../diagnostics/index.ts";
import type { Manifest } from "../graph/index.ts";
import { featureNames } from "../targets/features.ts";
import {
  channels,
  compileGatewayApi,
  createGatewayApiTarget,
  type Channel,
} from "../targets/gateway-api/index.ts";
import {
  compileIstio,
  injectionLabels,
  meshConfig,
  outsideLabels,
  podAnnotations,
  serviceAnnotations,
} from "../targets/istio/index.ts";
import { compileIngress, ingressTarget } from "../targets/ingress/index.ts";
import { compileKubernetes } from "../targets/kubernetes/index.ts";
import { renderManifests } from "../targets/render-manifests.ts";
import { istioTarget } from "../targets/istio-target.ts";
import { reportLosses, type CompileOptions } from "../targets/target.ts";
import { checkMesh, type CheckedMesh } from "./check-mesh.ts";
import { environmentOption, jsonOption, meshArgument } from "./mesh-arguments.ts";
import { terminalColor } from "./terminal-color.ts";

const targets = ["istio", "kubernetes", "gateway-api", "ingress", "mesh-config"] as const;

const examples = `
Examples:
  heddle render                                    everything, namespaces first
  heddle render --target istio                     only Istio's objects
  heddle render --target mesh-config               what Istio's own settings have to say (MeshConfig)
  heddle render --target gateway-api --accept-loss trust/mtls-strict calls/timeout
  heddle render shop.yaml -e environments/prod.yaml | kubectl diff -f -

Exit codes: 0 printed, 1 the mesh has an error and nothing is printed, 2 wrong usage or an internal error.`;

interface Choices {
  readonly target?: (typeof targets)[number];
  readonly channel?: Channel;
  readonly acceptLosses: NonNullable<CompileOptions["acceptLosses"]>;
}

/** `heddle render`: the manifests of a mesh, as they would be deployed. */
export function renderCommand() {
  return new Command("render")
    .description(
      "Print the Kubernetes and Istio manifests of a mesh, those of the Gateway API, or Ingresses.",
    )
    .addArgument(meshArgument)
    .addOption(environmentOption)
    .addOption(new Option("-t, --target <target>", "print only this part").choices(targets))
    .addOption(
      new Option("--channel <channel>", "fields of the Gateway API that may be used").choices(
        channels,
      ),
    )
    .addOption(
      new Option(
        "--accept-loss <features...>",
        "features that the target may lose; docs/targets.md lists them",
      ).choices(featureNames),
    )
    .addOption(jsonOption)
    .addHelpText("after", examples)
    .action((file, { environment, target, channel, acceptLoss = [], json }) => {
      const report = createReport();
      const checked = checkMesh(
        environment === undefined ? { file } : { file, environment },
        report,
      );
      const choices = {
        ...(target === undefined ? {} : { target }),
        ...(channel === undefined ? {} : { channel }),
        acceptLosses: acceptLoss,
      };
      if (target === "mesh-config" && checked !== undefined && !report.has("error")) {
        process.stdout.write(renderSettings(meshConfig(checked.mesh), json === true));
        return;
      }
      const manifests = checked === undefined ? [] : compile(checked, choices, report);
      if (report.diagnostics().some(({ code }) => code === "HED3001")) {
        process.stderr.write("here, a loss is accepted with --accept-loss and its name\n\n");
      }
      if (report.has("error")) throw new HeddleError(report.diagnostics());
      const warnings = formatDiagnostics(report.diagnostics(), {
        color: terminalColor(process.stderr),
      });
      if (warnings !== "") process.stderr.write(`${warnings}\n`);
      process.stdout.write(json === true ? toJson(manifests) : renderManifests(manifests));
    });
}

function compile(checked: CheckedMesh, choices: Choices, report: Report): readonly Manifest[] {
  const { mesh, graph, positions } = checked;
  const { target, channel = "standard", acceptLosses } = choices;
  if (target === "gateway-api") {
    reportLosses(createGatewayApiTarget({ channel }), mesh, report, { acceptLosses, positions });
    return compileGatewayApi(mesh, graph, report, { channel });
  }
  if (target === "ingress") {
    reportLosses(ingressTarget, mesh, report, { acceptLosses, positions });
    return compileIngress(mesh, graph, report);
  }
  if (target !== "kubernetes") {
    reportLosses(istioTarget, mesh, report, { acceptLosses, positions });
  }
  const options = {
    namespaceLabels: injectionLabels,
    outsideLabels,
    podAnnotations,
    serviceAnnotations,
  };
  return [
    ...(target === "istio" ? [] : compileKubernetes(mesh, report, options)),
    ...(target === "kubernetes" ? [] : compileIstio(mesh, graph, report)),
  ];
}

function renderSettings(settings: object, json: boolean): string {
  return json ? `${JSON.stringify(settings, null, 2)}\n` : stringify(settings);
}

/** A list that `kubectl apply -f -` takes. */
function toJson(items: readonly Manifest[]): string {
  return `${JSON.stringify({ apiVersion: "v1", kind: "List", items }, null, 2)}\n`;
}

import { Command, Option } from "@commander-js/extra-typings";
import { createReport, formatDiagnostics, severities } from "../diagnostics/index.ts";
import { codeOf } from "./check/code-of.ts";
import { formats } from "./check/check-settings.ts";
import { asksCluster, readSettings } from "./check/read-settings.ts";
import { renderResult } from "./check/render-result.ts";
import { runCheck } from "./check/run-check.ts";
import { exitCode } from "./exit-code.ts";
import { environmentOption, jsonOption } from "./mesh-arguments.ts";
import { terminalColor } from "./terminal-color.ts";

const examples = `
Examples:
  heddle check                                            mesh.yaml in this folder
  heddle check shop.yaml --environment environments/prod.yaml
  heddle check manifests/ extra.yaml                      files, and folders with all below them
  helm template shop ./chart | heddle check -             from standard input
  pulumi stack export | heddle check -
  heddle check k8s/ --select IST0101,HED42 --severity warning
  heddle check k8s/ --baseline old.json --write-baseline  only what is new from now on
  heddle check k8s/ --format sarif > heddle.sarif
  heddle check k8s/ --against origin/main                 also: is the way from there to here safe?
  heddle check --cluster                                  what runs now, by the current context
  heddle check --cluster --namespace shop,bank            these namespaces; what others hold is undecided
  heddle check k8s/ --fix --dry-run | git apply           or without --dry-run

A comment suppresses what is said of the field or object below it:
  # heddle-ignore HED4012: reason until 2027-01-01

Exit codes: 0 nothing found, 1 at least one finding that is shown, 2 something could not be checked, or wrong usage.
docs/check.md says it all.`;

const ids = (text: string, before: string[] = []): string[] => [
  ...before,
  ...text.split(",").map((id) => id.trim()),
];

/** `heddle check`: is it right? Meshes and manifests, model, references and every rule, all findings at once. */
export function checkCommand() {
  return new Command("check")
    .description("Check a mesh or manifests: values, references, and every rule.")
    .argument(
      "[path...]",
      "meshes, manifests, folders of them, or - for standard input (default: mesh.yaml)",
    )
    .addOption(environmentOption)
    .addOption(new Option("-f, --format <format>", "how to print").choices(formats))
    .addOption(jsonOption)
    .addOption(
      new Option("-s, --select <ids>", "only these: HED4003, HED42, routing/*, IST0101").argParser(
        ids,
      ),
    )
    .addOption(new Option("-i, --ignore <ids>", "all but these").argParser(ids))
    .addOption(
      new Option("--severity <severity>", "the lowest that is shown and counts").choices(
        severities,
      ),
    )
    .addOption(
      new Option("-c, --config <file>", "settings (default: heddle.check.yaml here or above)"),
    )
    .addOption(new Option("--baseline <file>", "old findings, which are not shown"))
    .addOption(new Option("--write-baseline", "make what is found now the baseline"))
    .addOption(new Option("--mesh-config <file>", "MeshConfig of the control plane"))
    .addOption(
      new Option(
        "--context <paths>",
        "what is deployed elsewhere; nothing is said of it",
      ).argParser(ids),
    )
    .addOption(
      new Option(
        "--cluster",
        "without paths: check a running cluster; with: what it has counts too",
      ),
    )
    .addOption(
      new Option("--kube-context <name>", "which cluster of the kubeconfig (default: the current)"),
    )
    .addOption(
      new Option(
        "-n, --namespace <names>",
        "of the cluster only these namespaces; needs no rights elsewhere",
      ).argParser(ids),
    )
    .addOption(new Option("-A, --all-namespaces", "of the cluster every namespace (the default)"))
    .addOption(
      new Option(
        "--against <state>",
        "what is deployed now: a file, a folder, a ref of git, a state of Pulumi",
      ),
    )
    .addOption(new Option("--fix", "change the files where a finding can be fixed in one way only"))
    .addOption(new Option("--dry-run", "with --fix: print the changes as a patch, write nothing"))
    .addOption(new Option("-w, --watch", "check again when a file changes"))
    .addHelpText("after", examples)
    .action(async (paths, { json, watch, fix, dryRun, ...options }) => {
      const given = { ...options, ...(json === true ? { format: "json" as const } : {}) };
      if (fix === true || dryRun === true) {
        const { fixPaths } = await import("./check/fix/fix-paths.ts");
        const asked = { fix: fix === true, dryRun: dryRun === true, watch: watch === true };
        process.exitCode = await fixPaths(paths, given, asked);
        return;
      }
      if (watch !== true) {
        process.exitCode = await check(paths, given);
        return;
      }
      if (paths.length === 0 && asksCluster(given)) {
        new Command("check").error("heddle: --watch waits for files, and a cluster has none", {
          exitCode: exitCode.failed,
        });
      }
      const { watchPaths } = await import("./check/watch-paths.ts");
      await watchPaths(paths.length === 0 ? ["mesh.yaml"] : paths, () => check(paths, given));
    });
}

type Given = Parameters<typeof readSettings>[1];

/** One check from settings to output; the exit code. */
async function check(paths: readonly string[], given: Given): Promise<number> {
  const problems = createReport();
  const color = terminalColor(process.stdout);
  const settings = await readSettings(paths, given, problems, color);
  const result = settings === undefined ? undefined : await runCheck(settings, problems);
  if (problems.has("error") || settings === undefined || result === undefined) {
    const text = formatDiagnostics(problems.diagnostics(), {
      color: terminalColor(process.stderr),
    });
    process.stderr.write(`${text}\n`);
    return exitCode.failed;
  }
  process.stdout.write(await renderResult(result, settings));
  return codeOf(result);
}

import { Command } from "@commander-js/extra-typings";
import { execa } from "execa";
import { findCluster } from "../bench/traffic/cluster-access.ts";
import { HeddleError } from "../diagnostics/index.ts";
import { pulumiEnvironment } from "../tools/pulumi-environment.ts";
import { pulumiState } from "./pulumi-state.ts";

const examples = `
Examples:
  heddle bench up                                        a cluster, called dev
  heddle pulumi stack init dev
  heddle pulumi up --stack dev --policy-pack policies/baseline
  heddle pulumi preview --stack dev --refresh

The cluster is that of KUBECONFIG, else the running bench that HEDDLE_BENCH names (dev). State is kept where
PULUMI_BACKEND_URL or the project (backend.url) says, else in files of the user's state folder, encrypted with
PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE, else with a passphrase that is made once and kept beside the
state.

Exit code: Pulumi's.`;

/** `heddle pulumi …`: Pulumi as `heddle tools` finds or builds it, with its providers, for a machine that has none. */
export function pulumiCommand() {
  return new Command("pulumi")
    .description(
      "run Pulumi with the tools that Heddle finds or builds, on your cluster or a bench",
    )
    .argument("[args...]", "arguments of pulumi")
    .helpOption(false)
    .allowUnknownOption()
    .passThroughOptions()
    .addHelpText("after", examples)
    .action(async (args, _options, command) => {
      if (args.length === 0) command.help();
      process.exitCode = await runPulumi(args);
    });
}

async function runPulumi(args: readonly string[]): Promise<number> {
  const { env, pulumi } = await pulumiEnvironment(await pulumiState());
  const { exitCode } = await execa(pulumi, args, {
    env: { ...env, ...clusterVariable() },
    stdio: "inherit",
    reject: false,
  });
  return exitCode ?? 2;
}

/** Commands such as `pulumi stack ls` need no cluster, so its absence is Pulumi's to report. */
function clusterVariable(): Record<string, string> {
  try {
    return { KUBECONFIG: findCluster().kubeconfig };
  } catch (error) {
    if (error instanceof HeddleError) return {};
    throw error;
  }
}

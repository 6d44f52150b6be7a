import type { ProgramInfo } from "@pulumi/pulumi/proto/language_pb.js";

import { isPackageManagerName } from "./package-manager.ts";
import type { PackageManagerName } from "./package-manager.ts";
import { splitArguments } from "./split-arguments.ts";

/** What `runtime.options` in Pulumi.yaml or PulumiPolicy.yaml may set for Node. */
export interface RuntimeOptions {
  /** Whether the SDK compiles TypeScript with ts-node. Default true, as in Pulumi's own host. */
  readonly typescript: boolean;
  /** Path of the tsconfig that ts-node uses; the SDK's own choice when absent. */
  readonly tsconfig?: string;
  /** Arguments for Node itself, before the script. */
  readonly nodeArguments: readonly string[];
  /** The package manager asked for; found from the lock file when absent. */
  readonly packageManager?: PackageManagerName;
}

/** Reads the runtime options of a program or plugin; an option of the wrong type is an error. */
export function parseRuntimeOptions(info: ProgramInfo | undefined): RuntimeOptions {
  const options = info?.getOptions()?.toJavaScript() ?? {};
  const { typescript = true, tsconfig, nodeargs = "", packagemanager = "auto" } = options;
  if (typeof typescript !== "boolean") throw wrongType("typescript", "a boolean", typescript);
  if (typeof nodeargs !== "string") throw wrongType("nodeargs", "a string", nodeargs);
  if (tsconfig !== undefined && typeof tsconfig !== "string") {
    throw wrongType("tsconfig", "a string", tsconfig);
  }
  if (packagemanager !== "auto" && !isPackageManagerName(packagemanager)) {
    throw wrongType("packagemanager", "auto, npm, yarn, pnpm or bun", packagemanager);
  }
  return {
    typescript,
    nodeArguments: splitArguments(nodeargs),
    ...(tsconfig === undefined ? {} : { tsconfig }),
    ...(packagemanager === "auto" ? {} : { packageManager: packagemanager }),
  };
}

/** The environment through which the SDK's `run` scripts read the options. */
export function runtimeEnvironment(options: RuntimeOptions): Record<string, string> {
  return {
    ...(options.typescript ? { PULUMI_NODEJS_TYPESCRIPT: "true" } : {}),
    ...(options.tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: options.tsconfig }),
  };
}

function wrongType(option: string, allowed: string, got: unknown): Error {
  return new Error(
    `runtime option "${option}" must be ${allowed}, got ${JSON.stringify(got)}; ` +
      `change runtime.options.${option} in Pulumi.yaml`,
  );
}

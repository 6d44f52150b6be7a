import { realpath } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";

import { ensureTools } from "./ensure-tools.ts";
import type { EnsureToolsOptions } from "./ensure-tools.ts";
import { programOnPath } from "./find-tool.ts";
import { languageHostMain, ownsLanguageHost } from "./language-host-directory.ts";
import { installPulumiPlugins } from "./pulumi-plugins.ts";
import { toolsFor } from "./tool-groups.ts";
import { cacheFolder } from "./tools-folder.ts";

/** What {@link pulumiEnvironment} is given. */
export interface PulumiEnvironmentOptions extends EnsureToolsOptions {
  /** Pulumi's home, where plugins are laid. Default `<cache>/pulumi-home`. */
  readonly home?: string;
  /** Where the state is kept, as a URL: `file:///…`, `s3://…`. */
  readonly backend: string;
  /** The passphrase that encrypts secrets. */
  readonly passphrase?: string;
  /** A file that holds the passphrase; stands above `passphrase`. */
  readonly passphraseFile?: string;
}

/** How to start Pulumi. */
export interface PulumiEnvironment {
  /** The whole environment for the process, our own included. Holds the passphrase. */
  readonly env: Readonly<Record<string, string>>;
  /** Absolute path of the Pulumi CLI. */
  readonly pulumi: string;
}

/**
 * Makes Pulumi ready, with the providers that Heddle's components use, and tells how to start it. An
 * installed Pulumi is used with its own language host; ours serves the one that is built here.
 */
export async function pulumiEnvironment(
  options: PulumiEnvironmentOptions,
): Promise<PulumiEnvironment> {
  const tools = await ensureTools(toolsFor("pulumi"), options);
  const home = options.home ?? join(cacheFolder(), "pulumi-home");
  const needsLanguageHost = !(await ownsLanguageHost(tools.pulumi));
  await installPulumiPlugins(home, tools, needsLanguageHost);
  const path = [dirname(tools.pulumi), ...(await nodeFolder()), process.env["PATH"] ?? ""];
  // An inherited passphrase would win over the one that we are given.
  const inherited = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !name.startsWith("PULUMI_CONFIG_PASSPHRASE"),
  );
  return {
    pulumi: tools.pulumi,
    env: {
      ...(Object.fromEntries(inherited) as Record<string, string>),
      PATH: path.join(delimiter),
      PULUMI_HOME: home,
      PULUMI_BACKEND_URL: options.backend,
      ...passphraseVariables(options),
      PULUMI_SKIP_UPDATE_CHECK: "true",
      // Node keeps what it compiled: most of a program's start is reading Pulumi's own SDK.
      NODE_COMPILE_CACHE: join(cacheFolder(), "node-compile-cache"),
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      ...(needsLanguageHost ? languageHostVariables() : {}),
    },
  };
}

/** Programs run in the Node that runs us, which is new enough, where PATH has another one. */
async function nodeFolder(): Promise<string[]> {
  const node = await programOnPath("node");
  if (node !== undefined && (await realpath(node)) === (await realpath(process.execPath)))
    return [];
  return [dirname(process.execPath)];
}

/** The built Pulumi finds its plugins in its home alone, ours among them. */
function languageHostVariables(): Record<string, string> {
  return {
    PULUMI_IGNORE_AMBIENT_PLUGINS: "true",
    HEDDLE_LANGUAGE_HOST_NODE: process.execPath,
    HEDDLE_LANGUAGE_HOST: languageHostMain(),
  };
}

function passphraseVariables(options: PulumiEnvironmentOptions): Record<string, string> {
  if (options.passphraseFile !== undefined) {
    return { PULUMI_CONFIG_PASSPHRASE_FILE: options.passphraseFile };
  }
  return options.passphrase === undefined ? {} : { PULUMI_CONFIG_PASSPHRASE: options.passphrase };
}

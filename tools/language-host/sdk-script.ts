import { createRequire } from "node:module";
import { join } from "node:path";

/** The scripts of the Node SDK that run a program, a policy pack and any other plugin. */
export type SdkScript = "run" | "run-policy-pack" | "run-plugin";

/**
 * The path of a script of the `@pulumi/pulumi` that the program itself would load: two copies of the
 * SDK in one process do not share their settings.
 */
export function sdkScript(script: SdkScript, directory: string): string {
  const require = createRequire(join(directory, "package.json"));
  try {
    return require.resolve(`@pulumi/pulumi/cmd/${script}`);
  } catch (cause) {
    throw new Error(
      `@pulumi/pulumi is not installed for ${directory}; run "npm install" (or "pulumi install") there`,
      { cause },
    );
  }
}

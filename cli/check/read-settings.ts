import type { Report, Severity } from "../../diagnostics/index.ts";
import type { CheckSettings, Format } from "./check-settings.ts";

/** What the command line says. */
export interface GivenOptions {
  readonly environment?: string | undefined;
  readonly format?: Format | undefined;
  readonly select?: readonly string[] | undefined;
  readonly ignore?: readonly string[] | undefined;
  readonly severity?: Severity | undefined;
  readonly config?: string | undefined;
  readonly baseline?: string | undefined;
  readonly against?: string | undefined;
  readonly writeBaseline?: true | undefined;
  readonly meshConfig?: string | undefined;
  readonly context?: readonly string[] | undefined;
  readonly cluster?: true | undefined;
  readonly kubeContext?: string | undefined;
  readonly namespace?: readonly string[] | undefined;
  readonly allNamespaces?: true | undefined;
}

/**
 * Joins the command line with the settings file: single values and `select` of the command line hold, what is ignored
 * adds up. `undefined` with findings where the settings are wrong.
 */
export async function readSettings(
  paths: readonly string[],
  given: GivenOptions,
  problems: Report,
  color: boolean,
): Promise<CheckSettings | undefined> {
  const file = await settingsOf(given.config, problems);
  if (file === undefined) return undefined;
  const baseline = given.baseline ?? file.baseline;
  const meshConfig = given.meshConfig ?? file.meshConfig;
  if (given.writeBaseline === true && baseline === undefined) {
    problems.add({
      code: "HED1016",
      severity: "error",
      path: [],
      message: "--write-baseline needs the name of the file",
      fix: "add --baseline FILE",
    });
  }
  if (given.allNamespaces === true && given.namespace !== undefined) {
    problems.add({
      code: "HED1016",
      severity: "error",
      path: [],
      message: `--all-namespaces and --namespace ${given.namespace.join(",")} contradict each other`,
      fix: "leave one of them out",
    });
  }
  const cluster = clusterOf(paths, given);
  return {
    paths: paths.length > 0 || cluster !== undefined ? paths : ["mesh.yaml"],
    ...(given.environment === undefined ? {} : { environment: given.environment }),
    format: given.format ?? "text",
    select: given.select ?? file.select ?? [],
    ignore: [...(file.ignore ?? []), ...(given.ignore ?? [])],
    severity: given.severity ?? file.severity ?? "info",
    rules: file.rules ?? {},
    ...(baseline === undefined ? {} : { baseline }),
    ...(given.against === undefined ? {} : { against: given.against }),
    writeBaseline: given.writeBaseline === true,
    ...(meshConfig === undefined ? {} : { meshConfig }),
    context: [...(file.context ?? []), ...(given.context ?? [])],
    ...(cluster === undefined ? {} : { cluster }),
    color,
  };
}

/** Whether a running cluster is read: any option that says which one, or what of it, is enough. */
export function asksCluster({
  cluster,
  kubeContext,
  namespace,
  allNamespaces,
}: GivenOptions): boolean {
  return [cluster, kubeContext, namespace, allNamespaces].some((each) => each !== undefined);
}

/** A cluster alone is what is checked; beside files it is what they come to. */
function clusterOf(paths: readonly string[], given: GivenOptions): CheckSettings["cluster"] {
  if (!asksCluster(given)) return undefined;
  const { kubeContext, namespace } = given;
  return {
    ...(kubeContext === undefined ? {} : { context: kubeContext }),
    ...(namespace === undefined
      ? {}
      : { namespaces: [...new Set(namespace)].filter((each) => each !== "") }),
    isChecked: paths.length === 0,
  };
}

/** The reader of settings is loaded only where there are some. */
async function settingsOf(config: string | undefined, problems: Report) {
  const { findSettingsFile } = await import("./find-settings-file.ts");
  const file = config ?? findSettingsFile(process.cwd());
  if (file === undefined) return {};
  const { readSettingsFile } = await import("./settings-file.ts");
  return readSettingsFile(file, problems);
}

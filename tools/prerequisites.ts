import { execa } from "execa";

import { HeddleError } from "../diagnostics/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";

/** The oldest Go that the modules in tools/go accept. */
const GO = { major: 1, minor: 26 } as const;

/** Something on the machine that Heddle needs and cannot build. */
export interface Prerequisite {
  /** What it is called, for example `Go 1.26 or newer`. */
  readonly name: string;
  /** What was found instead. */
  readonly got: string;
  /** The command that installs it. */
  readonly command: string;
}

/** Throws HED5001 with every prerequisite that is missing for building from these sources. */
export async function requireBuildPrerequisites(kinds: readonly ("go" | "wheel")[]): Promise<void> {
  const checks = [
    ...(kinds.includes("go") ? [missingGo()] : []),
    ...(kinds.includes("wheel") ? [missingPython()] : []),
  ];
  throwMissing((await Promise.all(checks)).filter((missing) => missing !== undefined));
}

/** Throws one HED5001 for each missing prerequisite, all at once; returns when there is none. */
export function throwMissing(missing: readonly Prerequisite[]): void {
  if (missing.length > 0) throw new HeddleError(missing.map(missingDiagnostic));
}

function missingDiagnostic({ name, got, command }: Prerequisite): Diagnostic {
  return {
    code: "HED5001",
    severity: "error",
    path: ["prerequisites", name],
    message: `${name} is needed, got ${got}`,
    fix: command,
  };
}

async function missingGo(): Promise<Prerequisite | undefined> {
  const wanted = `Go ${String(GO.major)}.${String(GO.minor)} or newer`;
  const command =
    `install Go from https://go.dev/dl/ (on Debian: "apt-get install golang-go" where it is new ` +
    `enough), put its "bin" folder on PATH, and run the command again`;
  const { exitCode, stdout } = await execa("go", ["env", "GOVERSION"], { reject: false });
  if (exitCode !== 0) return { name: wanted, got: 'no working "go" on PATH', command };
  const [, major = "0", minor = "0"] = /go(\d+)\.(\d+)/.exec(stdout) ?? [];
  const isOld =
    Number(major) < GO.major || (Number(major) === GO.major && Number(minor) < GO.minor);
  return isOld ? { name: wanted, got: stdout.trim(), command } : undefined;
}

async function missingPython(): Promise<Prerequisite | undefined> {
  const { exitCode, all } = await execa("python3", ["-m", "pip", "--version"], {
    all: true,
    reject: false,
  });
  if (exitCode === 0) return undefined;
  return {
    name: "Python 3 with pip",
    got: exitCode === undefined ? 'no "python3" on PATH' : all.trim(),
    command: 'run "apt-get install python3 python3-pip" as root',
  };
}

import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/** Where Pulumi keeps its state, and what its secrets are encrypted with. */
export interface PulumiState {
  readonly backend: string;
  readonly passphrase?: string;
  readonly passphraseFile?: string;
}

/**
 * The state as `PULUMI_BACKEND_URL` or the project (`backend.url` of Pulumi.yaml) says, else files of the user's state
 * folder; the passphrase of the environment, else one that is made once. What is ours is made where it is missing.
 */
export async function pulumiState(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  cwd: string = process.cwd(),
): Promise<PulumiState> {
  const states = environment["XDG_STATE_HOME"] ?? join(homedir(), ".local", "state");
  const folder = join(states, "heddle", "pulumi");
  const named = environment["PULUMI_BACKEND_URL"] ?? backendOfProject(cwd);
  const { PULUMI_CONFIG_PASSPHRASE: passphrase, PULUMI_CONFIG_PASSPHRASE_FILE: file } = environment;
  const own = file ?? passphrase;
  if (named === undefined || own === undefined) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  }
  const backend = named ?? `file://${folder}`;
  if (file !== undefined) return { backend, passphraseFile: file };
  if (passphrase !== undefined) return { backend, passphrase };
  const passphraseFile = join(folder, "passphrase");
  if (!existsSync(passphraseFile)) {
    await writeFile(passphraseFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  }
  return { backend, passphraseFile };
}

const project = z.object({ backend: z.object({ url: z.string().min(1) }) });

/** What the nearest Pulumi.yaml, here or above, says of its backend. What is wrong with the file is Pulumi's to say. */
function backendOfProject(folder: string): string | undefined {
  const file = ["Pulumi.yaml", "Pulumi.yml"]
    .map((name) => join(folder, name))
    .find((each) => existsSync(each));
  if (file !== undefined) {
    try {
      return project.safeParse(parse(readFileSync(file, "utf8"))).data?.backend.url;
    } catch {
      return undefined;
    }
  }
  const above = dirname(folder);
  return above === folder ? undefined : backendOfProject(above);
}

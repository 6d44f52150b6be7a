import { homedir } from "node:os";
import { join } from "node:path";

/** Where the demo keeps its things for one cluster. */
export interface DemoPaths {
  /** The Pulumi project that the demo runs: settings here, program in the checkout. */
  readonly workspace: string;
  /** Pulumi's state, in files. */
  readonly backend: string;
  readonly passphraseFile: string;
  /** The environment overlay that the demo edits. */
  readonly environmentFile: string;
}

/** The folder of everything that the demo writes, on any cluster. */
export function demoFolder(): string {
  const state = process.env["XDG_STATE_HOME"] ?? join(homedir(), ".local", "state");
  return join(state, "heddle", "demo");
}

/** Paths of the demo on one cluster: Pulumi's state belongs to it and to no other, not even to one of the same name. */
export function demoPaths(clusterId: string): DemoPaths {
  return demoPathsBelow(join(demoFolder(), clusterId));
}

/** Paths of a demo that keeps everything below one folder, such as that of a test. */
export function demoPathsBelow(root: string): DemoPaths {
  return {
    workspace: join(root, "project"),
    backend: join(root, "backend"),
    passphraseFile: join(root, "passphrase"),
    environmentFile: join(root, "project", "environment.yaml"),
  };
}

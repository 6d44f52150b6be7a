import type { CommandUnknownOpts } from "@commander-js/extra-typings";

/** A sub-command of `heddle`: what the overview shows, and how to get the whole. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Loads the command with all that it needs; called only for the command that was asked for. */
  readonly load: () => Promise<CommandUnknownOpts>;
}

/** Every sub-command, in the order of the overview. */
export const commands: readonly CommandEntry[] = [
  {
    name: "check",
    summary: "check a mesh or manifests: every rule, all findings at once",
    load: async () => (await import("./check.ts")).checkCommand(),
  },
  {
    name: "explain",
    summary: "say what a rule checks, by its id, its code or the id of another tool",
    load: async () => (await import("./explain.ts")).explainCommand(),
  },
  {
    name: "render",
    summary: "print the Kubernetes and Istio manifests of a mesh",
    load: async () => (await import("./render.ts")).renderCommand(),
  },
  {
    name: "schema",
    summary: "print the JSON Schema of mesh.yaml, for editors",
    load: async () => (await import("./schema.ts")).schemaCommand(),
  },
  {
    name: "bench",
    summary: "run a real cluster on this machine: up, status, down, logs, exec, kubeconfig",
    load: async () => (await import("./bench.ts")).benchCommand(),
  },
  {
    name: "pulumi",
    summary: "run Pulumi with the tools that Heddle finds or builds, on your cluster or a bench",
    load: async () => (await import("./pulumi.ts")).pulumiCommand(),
  },
  {
    name: "tools",
    summary: "find or build the programs that the bench and Pulumi need",
    load: async () => (await import("../tools/tools-command.ts")).toolsCommand(),
  },
];

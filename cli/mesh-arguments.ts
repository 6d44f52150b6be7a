import { Argument, Option } from "@commander-js/extra-typings";

/** The mesh's file, for every command that reads one. */
export const meshArgument = new Argument(
  "[file]",
  "the mesh: YAML, or a module that exports it",
).default("mesh.yaml");

/** The environment's overlay, for every command that reads a mesh. */
export const environmentOption = new Option(
  "-e, --environment <file>",
  "lay one environment's changes over the mesh",
);

/** Machine-readable output. */
export const jsonOption = new Option("--json", "print JSON");

/**
 * The import law: each folder of the product and the folders that it may import. The root door and Pulumi's program
 * stand above all of them. A new folder is entered here, on purpose.
 */
export const importLaw = {
  diagnostics: [],
  model: ["diagnostics"],
  source: ["diagnostics", "model"],
  graph: ["diagnostics", "model"],
  rules: ["diagnostics", "model", "graph"],
  targets: ["diagnostics", "model", "graph"],
  edge: ["diagnostics", "model", "graph", "targets"],
  components: ["diagnostics", "model", "source", "graph", "rules", "targets", "edge"],
  policies: ["diagnostics", "model", "source", "graph", "rules"],
  tools: ["diagnostics"],
  bench: ["diagnostics", "model", "graph", "targets", "tools"],
  cli: ["diagnostics", "model", "source", "graph", "rules", "targets", "tools", "bench"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A folder under the law. */
export type Folder = keyof typeof importLaw;

/** Folders that may never import `@pulumi/*`, not even through others: what is left of `components`. */
export const withoutPulumi = [
  "diagnostics",
  "model",
  "source",
  "graph",
  "rules",
  "targets",
  "edge",
] as const satisfies readonly Folder[];

/** Folders of the checkout that are not part of the published package; they may import everything. */
export const outsideTheLaw = ["benchmarks", "demo", "docs", "examples", "packaging", "test"];

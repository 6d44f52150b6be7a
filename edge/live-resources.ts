import type { DiscoveryKind, EdgeConfig } from "../targets/envoy/index.ts";

/** What a running proxy has from files, by kind. */
export type LiveResources = Pick<EdgeConfig, DiscoveryKind>;

/** Content of each file by its name. */
export type FileContents = Readonly<Record<string, string>>;

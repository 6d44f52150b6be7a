import {
  discoveryFiles,
  kindOfFile,
  type DiscoveryKind,
  type Resource,
} from "../targets/envoy/index.ts";
import type { FileContents, LiveResources } from "./live-resources.ts";

/** The files from which a running proxy takes its resources. The same resources give the same bytes. */
export function printLiveFiles(resources: LiveResources): FileContents {
  const files = Object.entries(discoveryFiles(resources));
  return Object.fromEntries(files.map(([name, content]) => [name, print(content)]));
}

/** Reads the resources back from files that `printLiveFiles` wrote. */
export function parseLiveFiles(files: FileContents): LiveResources {
  const found: Record<DiscoveryKind, Resource[]> = {
    clusters: [],
    listeners: [],
    routes: [],
    secrets: [],
  };
  for (const [name, text] of Object.entries(files)) {
    const kind = kindOfFile(name);
    if (kind !== undefined) found[kind].push(...parseResources(text));
  }
  return found;
}

function parseResources(text: string): Resource[] {
  const { resources } = JSON.parse(text) as { resources: readonly Resource[] };
  return resources.map((each) => {
    const fields = Object.entries(each).filter(([name]) => name !== "@type");
    return Object.fromEntries(fields) as Resource;
  });
}

/** JSON for the proxy, with line breaks for people. */
export function print(value: object): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}

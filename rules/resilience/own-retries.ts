import type { Path } from "../../diagnostics/index.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";

/** Retries that an application makes by itself, as one of its settings is called. */
export interface OwnRetries {
  readonly name: string;
  readonly count: number;
  /** Place inside the pod. */
  readonly path: Path;
}

const setting =
  /(?:^|_)(?:RETRIES|RETRY_(?:COUNT|LIMIT|MAX|ATTEMPTS|MAX_ATTEMPTS)|MAX_RETRY|MAX_RETRY_ATTEMPTS)$/i;
const other = /KAFKA|DB|DATABASE|SQL|REDIS|QUEUE|JOB|LOGIN|UPLOAD/i;

/** What a workload says of its own retries of requests; undefined where it says nothing, or none. */
export function ownRetries({ containers }: VirtualPod): OwnRetries | undefined {
  for (const [index, { env = [] }] of containers.entries()) {
    for (const [place, { name = "", value = "" }] of env.entries()) {
      if (!setting.test(name) || other.test(name) || !/^[1-9]\d?$/.test(value)) continue;
      return { name, count: Number(value), path: ["spec", "containers", index, "env", place] };
    }
  }
  return undefined;
}

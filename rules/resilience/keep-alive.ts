import type { Path } from "../../diagnostics/index.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";

/** How long a server keeps a connection that nobody uses. */
export interface KeepAlive {
  readonly milliseconds: number;
  /** The setting, as it is called. */
  readonly name: string;
  /** Place inside the pod. */
  readonly path: Path;
}

const inText =
  /--(?:timeout-keep-alive|keep-alive-timeout|keepalive-timeout|keep-alive)[=\s]+(\d+)(ms|s|m)?(?=\s|$)/;
const inName = /(?:^|_)KEEP_?ALIVE_?TIMEOUT(_MS|_MILLIS|_SECONDS|_SEC|_S)?$/i;

/** What a server says of idle connections in its environment or its arguments; seconds, where it names no unit. */
export function keepAliveOf({ containers }: VirtualPod): KeepAlive | undefined {
  for (const [index, { env = [], args = [], command = [] }] of containers.entries()) {
    const at: Path = ["spec", "containers", index];
    for (const [place, { name = "", value = "" }] of env.entries()) {
      const [found, suffix = ""] = inName.exec(name) ?? [];
      const [, number, unit = /m/i.test(suffix) ? "ms" : "s"] =
        /^(\d+)(ms|s|m)?$/.exec(value) ?? [];
      if (found === undefined || number === undefined) continue;
      return { milliseconds: timeOf(number, unit), name, path: [...at, "env", place] };
    }
    const [text = "", number, unit = "s"] = inText.exec([...command, ...args].join(" ")) ?? [];
    if (number === undefined) continue;
    return { milliseconds: timeOf(number, unit), name: text.trim(), path: [...at, "args"] };
  }
  return undefined;
}

function timeOf(number: string, unit: string): number {
  return Number(number) * (unit === "ms" ? 1 : unit === "m" ? 60_000 : 1000);
}

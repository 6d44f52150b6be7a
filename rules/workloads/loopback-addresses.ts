import type { Path } from "../../diagnostics/index.ts";
import type { PodContainer } from "../../graph/kinds/pod-spec.ts";

/** Flags and variables that say where a program listens: `--listen`, `--http.bind-address`, `LISTEN_ADDR`. */
const listening =
  /^(?:-{1,2})?(?:[a-z0-9]+[-._])*(?:listen|bind|serve)(?:[-_.]?(?:addr|address|on|host))?$/i;
const loopback =
  /^(?:https?:\/\/|tcp:\/\/)?(?:127\.\d+\.\d+\.\d+|localhost|\[::1\]):(\d{1,5})\/?$/i;

/** An address of loopback that a container is told to listen on. */
export interface LoopbackAddress {
  /** Inside the pod. */
  readonly path: Path;
  readonly port: number;
  /** The flag or variable, with its value. */
  readonly said: string;
}

/** What the flags and variables of a container say that it listens on at loopback. */
export function loopbackAddresses(
  { command = [], args = [], env = [] }: PodContainer,
  index: number,
): readonly LoopbackAddress[] {
  if (command.length + args.length + env.length === 0) return [];
  const at = (...rest: Path): Path => ["spec", "containers", index, ...rest];
  const words = [
    ...command.map((word, place) => ({ word, path: at("command", place) })),
    ...args.map((word, place) => ({ word, path: at("args", place) })),
  ];
  const flags = words.flatMap(({ word, path }, place) => {
    const equals = word.indexOf("=");
    if (equals > 0) return [{ name: word.slice(0, equals), value: word.slice(equals + 1), path }];
    const next = words[place + 1];
    return word.startsWith("-") && next !== undefined
      ? [{ name: word, value: next.word, path: next.path }]
      : [];
  });
  const variables = env.map(({ name = "", value = "" }, place) => ({
    name,
    value,
    path: at("env", place),
  }));
  return [...flags, ...variables].flatMap(({ name, value, path }) => {
    const port = listening.test(name) ? loopback.exec(value)?.[1] : undefined;
    return port === undefined ? [] : [{ path, port: Number(port), said: `${name} ${value}` }];
  });
}

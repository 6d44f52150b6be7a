import type { ErrorKind } from "./sender.ts";

const kinds: readonly (readonly [pattern: RegExp, kind: ErrorKind])[] = [
  [/ECONNREFUSED/, "refused"],
  [
    /ECONNRESET|EPIPE|socket hang up|ECONNABORTED|ERR_STREAM_PREMATURE_CLOSE|RST_STREAM|Connection dropped/,
    "reset",
  ],
  [/ETIMEDOUT|TimeoutError|DEADLINE_EXCEEDED|Deadline exceeded/, "timeout"],
  [/ENOTFOUND|EAI_AGAIN|Name resolution failed/, "name"],
  [/EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL/, "unreachable"],
  [/ERR_TLS|ERR_SSL|CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|SSL routines/, "tls"],
  [/HPE_|ERR_HTTP|Protocol error/, "protocol"],
];

/** Says what kind of failure an error is, by its code, its name and its message. */
export function classifyError(error: unknown): { kind: ErrorKind; message: string } {
  if (error instanceof AggregateError && error.errors.length > 0)
    return classifyError(error.errors[0]);
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const name = error instanceof Error ? error.name : "";
  const text = [code, name, message].join(" ");
  const kind = kinds.find(([pattern]) => pattern.test(text))?.[1] ?? "other";
  return { kind, message: message === "" ? code : message };
}

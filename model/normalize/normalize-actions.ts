import type {
  Cors,
  Fault,
  HeaderEdit,
  Mirror,
  Redirect,
  Respond,
  Rewrite,
  RouteActions,
} from "../mesh.ts";
import type { ActionInput } from "../schema/action-schema.ts";
import { normalizeString } from "./normalize-match.ts";
import { sortedEntries } from "./sorted.ts";

type Given<Key extends keyof ActionInput> = NonNullable<ActionInput[Key]>;

/** Fills in what an author leaves out of a rule's actions. */
export function normalizeActions(input: ActionInput): RouteActions {
  const { rewrite, redirect, respond, headers, cors, fault } = input;
  return {
    ...(rewrite === undefined ? {} : { rewrite: normalizeRewrite(rewrite) }),
    ...(redirect === undefined ? {} : { redirect: normalizeRedirect(redirect) }),
    ...(respond === undefined ? {} : { respond: normalizeRespond(respond) }),
    ...(headers === undefined
      ? {}
      : {
          headers: {
            request: normalizeEdit(headers.request ?? {}),
            response: normalizeEdit(headers.response ?? {}),
          },
        }),
    ...(cors === undefined ? {} : { cors: normalizeCors(cors) }),
    ...(fault === undefined ? {} : { fault: normalizeFault(fault) }),
  };
}

/** A mirror of a version is one of the service itself. */
export function normalizeMirror(service: string, input: Given<"mirror">): Mirror {
  const percent = input.percent ?? 100;
  return "version" in input
    ? { service, version: input.version, percent }
    : { service: input.service, percent };
}

function normalizeRewrite({ path, host }: Given<"rewrite">): Rewrite {
  return {
    ...(path === undefined
      ? {}
      : {
          path:
            "full" in path
              ? { kind: "full", value: path.full }
              : { kind: "prefix", value: path.prefix },
        }),
    ...(host === undefined ? {} : { host }),
  };
}

/** 302 is what the Gateway API has where nothing is said. */
function normalizeRedirect(input: Given<"redirect">): Redirect {
  const { scheme, host, port, path, status = 302 } = input;
  return {
    ...(scheme === undefined ? {} : { scheme }),
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(path === undefined ? {} : { path }),
    status,
  };
}

function normalizeRespond({ status, body }: Given<"respond">): Respond {
  return { status, ...(body === undefined ? {} : { body }) };
}

function normalizeEdit({
  set,
  add,
  remove = [],
}: NonNullable<Given<"headers">["request"]>): HeaderEdit {
  const names = (map: Readonly<Record<string, string>> = {}): Record<string, string> =>
    Object.fromEntries(
      sortedEntries(
        Object.fromEntries(Object.entries(map).map(([name, value]) => [name.toLowerCase(), value])),
      ),
    );
  return {
    set: names(set),
    add: names(add),
    remove: [...new Set(remove.map((name) => name.toLowerCase()))].sort(),
  };
}

function normalizeCors(input: Given<"cors">): Cors {
  const { origins, methods = [], headers = [], expose = [], maxAge, credentials = false } = input;
  return {
    origins: origins.map(normalizeString),
    methods: [...new Set(methods)],
    headers: [...new Set(headers)],
    expose: [...new Set(expose)],
    ...(maxAge === undefined ? {} : { maxAge }),
    credentials,
  };
}

function normalizeFault({ delay, abort }: Given<"fault">): Fault {
  return {
    ...(delay === undefined ? {} : { delay: { time: delay.time, percent: delay.percent ?? 100 } }),
    ...(abort === undefined
      ? {}
      : {
          abort: {
            ...("grpc" in abort
              ? { kind: "grpc", status: abort.grpc }
              : { kind: "http", status: abort.status }),
            percent: abort.percent ?? 100,
          },
        }),
  };
}

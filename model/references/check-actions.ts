import { printPath, type Path } from "../../diagnostics/index.ts";
import type { RouteRuleInput } from "../schema/route-schema.ts";
import { addExclusive } from "./add-exclusive.ts";
import { checkHeaderEdits } from "./check-header-edits.ts";
import { checkMirror } from "./check-mirror.ts";
import { checkWholeSeconds } from "./check-whole-seconds.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

type Policy = Omit<RouteRuleInput, "name" | "matches"> & Partial<Pick<RouteRuleInput, "matches">>;

/** What is about sending a request on, and so means nothing where the proxy answers. */
const forwarding = [
  "split",
  "service",
  "services",
  "timeout",
  "retries",
  "rewrite",
  "mirror",
  "fault",
] as const;

/** What a rule does, as far as its parts do not contradict each other or the mesh. */
export function checkActions(
  context: ReferenceContext,
  name: string,
  policy: Policy,
  path: Path,
): void {
  checkAnswer(context, policy, path);
  checkPrefix(context, policy, path);
  checkCors(context, policy, path);
  checkHeaderEdits(context, policy.headers, [...path, "headers"]);
  if (policy.mirror !== undefined) checkMirror(context, name, policy.mirror, [...path, "mirror"]);
  if (policy.fault?.abort !== undefined && "grpc" in policy.fault.abort) {
    checkGrpcAbort(context, name, [...path, "fault", "abort", "grpc"]);
  }
}

function checkAnswer(context: ReferenceContext, policy: Policy, path: Path): void {
  const answers = (["redirect", "respond"] as const).filter((key) => policy[key] !== undefined);
  const [answer] = answers;
  if (answer === undefined) return;
  const why = `the proxy answers, and nothing is sent on`;
  const others = [...answers.slice(1), ...forwarding.filter((key) => policy[key] !== undefined)];
  for (const key of others) {
    addExclusive(context, [...path, key], [...path, answer], {
      why,
      fix: `remove one of them, or write ${key} in a rule of its own`,
    });
  }
  if (policy.headers?.request === undefined) return;
  addExclusive(context, [...path, "headers", "request"], [...path, answer], {
    why,
    fix: "change the headers of the response instead, or remove one of them",
  });
}

/** A prefix is replaced where a prefix was matched: in every match of the rule. */
function checkPrefix(context: ReferenceContext, { rewrite, matches }: Policy, path: Path): void {
  if (rewrite?.path === undefined || !("prefix" in rewrite.path)) return;
  const named = (matches ?? []).map(
    ({ path: each }) => typeof each === "object" && "prefix" in each,
  );
  const without = named.indexOf(false);
  if (matches !== undefined && without === -1) return;
  const where =
    matches === undefined
      ? "the route's own rule matches every path"
      : `${printPath([...path, "matches", without])} names none`;
  addError(context, {
    code: "HED1022",
    path: [...path, "rewrite", "path", "prefix"],
    message: `got a prefix to write over, and ${where}; allowed: in rules whose matches all have a path by prefix`,
    fix: 'match the path by prefix, or write the whole path with "full"',
  });
}

/** With credentials any page could act in the name of whoever visits it; browsers count the age in whole seconds. */
function checkCors(context: ReferenceContext, { cors }: Policy, path: Path): void {
  checkWholeSeconds(context, cors?.maxAge, [...path, "cors", "maxAge"]);
  if (cors?.credentials !== true) return;
  for (const [index, origin] of cors.origins.entries()) {
    const value = typeof origin === "string" ? origin : Object.values(origin).join("");
    if (!/^(\*|\.[*+]|https?:\/\/(\.[*+])?|https\?:\/\/(\.[*+])?)$/.test(value)) continue;
    addError(context, {
      code: "HED1023",
      path: [...path, "cors", "credentials"],
      message: `got credentials for every origin, which ${printPath([...path, "cors", "origins", index])} allows; allowed: with origins that are named`,
      fix: "name the origins, or set credentials to false",
    });
  }
}

function checkGrpcAbort(context: ReferenceContext, name: string, path: Path): void {
  const service = sureService(context, name);
  if (service === undefined || service.ports.some(({ protocol }) => protocol === "grpc")) return;
  const ports = service.ports.map(({ number, protocol }) => `${String(number)} (${protocol})`);
  addError(context, {
    code: "HED2021",
    path,
    message: `a gRPC status on "${name}", whose ports are ${ports.join(", ")}; allowed on: grpc`,
    fix: "abort with an HTTP status",
  });
}

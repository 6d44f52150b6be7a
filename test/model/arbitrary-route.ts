import fc from "fast-check";
import type {
  DurationText,
  RetriesDefinition,
  RouteDefinition,
  RouteMatchDefinition,
  RouteRuleDefinition,
  StringMatchDefinition,
} from "../../model/index.ts";
import { answers, forwardActions, type ActionGround } from "./arbitrary-actions.ts";
import { withoutDeadMatches } from "./without-dead-matches.ts";

/** Times of calls and routes. */
export const duration = fc.constantFrom<DurationText>(
  "1ms",
  "250ms",
  "2s",
  "59s",
  "1m30s",
  "5m",
  "24h",
);

/** Retries of calls and routes. */
export const retries: fc.Arbitrary<RetriesDefinition> = fc.record(
  {
    attempts: fc.integer({ min: 0, max: 10 }),
    perTryTimeout: duration,
    on: fc.uniqueArray(fc.constantFrom("reset", "5xx", "503", "connect-failure"), { minLength: 1 }),
    backoff: fc.constantFrom<DurationText>("10ms", "50ms"),
    otherHosts: fc.boolean(),
    otherLocalities: fc.boolean(),
  },
  { requiredKeys: ["attempts"] },
);

/** Weights that sum to 100 over the given versions. */
export function split(versions: readonly string[]): fc.Arbitrary<Record<string, number>> {
  return fc
    .array(fc.integer({ min: 0, max: 100 }), {
      minLength: versions.length - 1,
      maxLength: versions.length - 1,
    })
    .map((cuts) => {
      const points = [0, ...cuts.sort((a, b) => a - b), 100];
      return Object.fromEntries(
        versions.map((name, index) => [name, (points[index + 1] ?? 0) - (points[index] ?? 0)]),
      );
    });
}

const text: fc.Arbitrary<StringMatchDefinition> = fc.oneof(
  fc.constantFrom("a", "b c", "é"),
  fc.record({ prefix: fc.constantFrom("a", "b") }),
  fc.record({ regex: fc.constantFrom("a+", "^b$") }),
);
const present = fc.constant({ present: true } as const);
const header = fc.oneof(text, present, fc.constant({ present: false } as const));
const match: fc.Arbitrary<RouteMatchDefinition> = fc.record(
  {
    path: fc.constantFrom("/", { prefix: "/a" }, { regex: "/b.*" }),
    headers: fc.dictionary(fc.constantFrom("x-canary", "X-User", "constructor"), header, {
      maxKeys: 2,
    }),
    method: fc.constantFrom("GET", "POST"),
    query: fc.dictionary(fc.constantFrom("q", "debug"), fc.oneof(text, present), { maxKeys: 2 }),
    authority: fc.constantFrom("a.example", { prefix: "b." }),
    cookies: fc.dictionary(
      fc.constantFrom("user", "a.b", "constructor"),
      fc.oneof(fc.constantFrom("1+1", { prefix: "x" }), present),
      { maxKeys: 3 },
    ),
  },
  { requiredKeys: ["path"] },
);

/** A route of a service with these versions, which any of these others may call. */
export function route(
  ground: ActionGround & { readonly name: string },
): fc.Arbitrary<RouteDefinition> {
  const { versions, others } = ground;
  const own: fc.Arbitrary<Pick<RouteDefinition, "split">> =
    versions.length === 0
      ? fc.constant({})
      : fc.record({ split: split(versions) }, { requiredKeys: [] });
  const policy = {
    timeout: duration,
    retries,
    ...forwardActions(ground),
  };
  const from = fc.option(fc.subarray([...others], { minLength: 1 }), { nil: undefined, freq: 4 });
  const port = fc.option(fc.constantFrom(...ground.ports), { nil: undefined, freq: 4 });
  const called = fc.tuple(match, from, port).map(([each, names, to]) => ({
    ...each,
    ...(names === undefined ? {} : { from: names }),
    ...(to === undefined ? {} : { port: to }),
  }));
  const action = fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.record(policy, { requiredKeys: [] }), own)
        .map(([each, to]) => ({ ...each, ...to })),
    },
    { weight: 1, arbitrary: answers },
  );
  const anywhere = fc.oneof(
    { weight: 3, arbitrary: action },
    ...ground.led.map((each) => ({
      weight: 1,
      arbitrary: fc
        .tuple(fc.record(policy, { requiredKeys: [] }), elsewhere(ground.name, each))
        .map(([rest, to]) => ({ ...rest, ...to })),
    })),
  );
  const rule = fc
    .tuple(fc.array(called, { minLength: 1, maxLength: 3 }), anywhere)
    .map(([matches, each]) => withoutStrayPrefix({ matches, ...each }));
  const rules = fc.array(rule, { maxLength: 3 }).map(withoutDeadMatches);
  return fc
    .tuple(fc.option(rules, { nil: undefined }), action)
    .map(([own, each]) => withoutStrayPrefix(own === undefined ? each : { ...each, rules: own }));
}

/** Where a rule leads that sends requests to another service, or some of them. */
function elsewhere(
  name: string,
  { name: other, versions }: ActionGround["led"][number],
): fc.Arbitrary<
  { service: string } | { services: Record<string, number | Record<string, number>> }
> {
  return fc.oneof(
    fc.constant({ service: other }),
    split([name, other]).map((services) => ({ services })),
    ...(versions.length === 0
      ? []
      : [split(versions).map((shares) => ({ services: { [other]: shares } }))]),
  );
}

/** A prefix is only written anew where each match names one. */
function withoutStrayPrefix<Rule extends RouteDefinition | RouteRuleDefinition>(rule: Rule): Rule {
  const { path } = rule.rewrite ?? {};
  if (path === undefined || !("prefix" in path)) return rule;
  const matches = "matches" in rule ? rule.matches : [{}];
  const named = matches.every(({ path: each }) => typeof each === "object" && "prefix" in each);
  return named ? rule : { ...rule, rewrite: { path: { full: path.prefix } } };
}

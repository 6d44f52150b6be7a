import fc from "fast-check";
import type {
  CorsDefinition,
  DurationText,
  FaultDefinition,
  HeaderEditDefinition,
  RedirectDefinition,
  RespondDefinition,
  RewriteDefinition,
} from "../../model/index.ts";

/** What of a mesh decides which actions a route may have. */
export interface ActionGround {
  readonly versions: readonly string[];
  /** Services that copies can go to. */
  readonly others: readonly string[];
  readonly speaksGrpc: boolean;
  /** Names of the ports that carry requests. */
  readonly ports: readonly string[];
  /** Services that rules can lead to, with their versions. */
  readonly led: readonly { readonly name: string; readonly versions: readonly string[] }[];
}

const percent = fc.constantFrom(0, 0.0001, 12.5, 50, 100);
const path = fc.constantFrom("/", "/new", "/a/b");
const host = fc.constantFrom("b.example", "web.internal");

const rewrite: fc.Arbitrary<RewriteDefinition> = fc.oneof(
  fc.record({ path: fc.record({ full: path }) }),
  fc.record({ path: fc.record({ prefix: path }) }),
  fc.record({ host }),
  fc.record({ path: fc.record({ full: path }), host }),
);

const redirect: fc.Arbitrary<RedirectDefinition> = fc.record(
  {
    host,
    path,
    scheme: fc.constantFrom("http", "https"),
    port: fc.constantFrom(80, 8443),
    status: fc.constantFrom(301, 302, 303, 307, 308),
  },
  { requiredKeys: ["host"] },
);

const respond: fc.Arbitrary<RespondDefinition> = fc.record(
  { status: fc.constantFrom(200, 404, 599), body: fc.string({ minLength: 1, maxLength: 20 }) },
  { requiredKeys: ["status"] },
);

/** Each header is edited once. */
const edit: fc.Arbitrary<HeaderEditDefinition> = fc
  .dictionary(
    fc.constantFrom("X-A", "x-b", "constructor", "server"),
    fc.tuple(
      fc.constantFrom("set", "add", "remove"),
      fc.constantFrom("1", "a b", "50% of %REQ(x)%"),
    ),
    { maxKeys: 3 },
  )
  .map((edits) => {
    const of = (kind: string): (readonly [string, string])[] =>
      Object.entries(edits).flatMap(([name, [each, value]]) =>
        each === kind ? [[name, value] as const] : [],
      );
    return {
      set: Object.fromEntries(of("set")),
      add: Object.fromEntries(of("add")),
      remove: of("remove").map(([name]) => name),
    };
  });

const cors: fc.Arbitrary<CorsDefinition> = fc.record(
  {
    origins: fc.subarray<CorsDefinition["origins"][number]>(
      ["https://a.example", { prefix: "https://b." }, { regex: "https://[a-z]+[.]c[.]example" }],
      { minLength: 1 },
    ),
    methods: fc.subarray(["GET", "PUT"]),
    headers: fc.subarray(["X-A", "x-b"]),
    expose: fc.subarray(["X-A", "x-b"]),
    maxAge: fc.constantFrom<DurationText>("1s", "1m30s", "24h"),
    credentials: fc.boolean(),
  },
  { requiredKeys: ["origins"] },
);

function fault(speaksGrpc: boolean): fc.Arbitrary<FaultDefinition> {
  const delay = fc.record(
    { time: fc.constantFrom<DurationText>("1ms", "1m30s"), percent },
    { requiredKeys: ["time"] },
  );
  const byStatus = fc.record(
    { status: fc.constantFrom(200, 503), percent },
    { requiredKeys: ["status"] },
  );
  const byGrpc = fc.record(
    { grpc: fc.constantFrom("cancelled", "unavailable", "unauthenticated"), percent },
    { requiredKeys: ["grpc"] },
  );
  const abort: fc.Arbitrary<NonNullable<FaultDefinition["abort"]>> = speaksGrpc
    ? fc.oneof(byStatus, byGrpc)
    : byStatus;
  return fc.oneof(fc.record({ delay }), fc.record({ abort }), fc.record({ delay, abort }));
}

/** What a rule that sends requests on can do beside. */
export function forwardActions({ versions, others, speaksGrpc }: ActionGround) {
  const copies = [
    ...others.map((service) => ({ service })),
    ...versions.map((version) => ({ version })),
  ];
  return {
    rewrite,
    headers: fc.record({ request: edit, response: edit }, { requiredKeys: [] }),
    cors,
    fault: fault(speaksGrpc),
    mirror: fc
      .tuple(fc.constantFrom(...copies), percent)
      .map(([to, share]) => ({ ...to, percent: share })),
  };
}

const besides = { headers: fc.record({ response: edit }), cors };

/** What a rule does that the proxy answers itself. */
export const answers = fc.oneof(
  fc.record({ redirect, ...besides }, { requiredKeys: ["redirect"] }),
  fc.record({ respond, ...besides }, { requiredKeys: ["respond"] }),
);

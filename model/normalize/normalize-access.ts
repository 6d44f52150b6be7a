import type {
  Access,
  AccessCondition,
  AccessRule,
  AccessSource,
  Claim,
  Operation,
  SourceFields,
  TextMatch,
} from "../access.ts";
import type {
  AccessInput,
  AccessRuleInput,
  AccessSourceInput,
  OperationInput,
  TextMatchInput,
} from "../schema/access-schema.ts";
import { sortedEntries } from "./sorted.ts";

/** Brings explicit rules of access into one form. Lists mean sets: sorted, without repetitions. */
export function normalizeAccess(input: AccessInput | undefined): Access {
  return { rules: sortedEntries(input?.rules).map(([name, rule]) => normalizeRule(name, rule)) };
}

function normalizeRule(name: string, input: AccessRuleInput): AccessRule {
  const { action, provider, services, gateways, from, to, when } = input;
  return {
    name,
    action,
    ...(provider === undefined ? {} : { provider }),
    services: set(services),
    gateways: set(gateways),
    from: (from ?? []).map(normalizeSource),
    to: (to ?? []).flatMap(normalizeOperation),
    when: normalizeConditions(when ?? {}),
  };
}

function normalizeConditions(
  when: NonNullable<AccessRuleInput["when"]>,
): readonly AccessCondition[] {
  const headers = sortedEntries(when.headers).map(([header, values]): AccessCondition => {
    return { kind: "header", name: header.toLowerCase(), values: values.map(textMatch) };
  });
  if (when.token === undefined) return headers;
  const claims = sortedEntries(when.claims).map(([name, values]): Claim => {
    return { name, values: values.map(textMatch) };
  });
  return [...headers, { kind: "token", provider: when.token, claims }];
}

function normalizeSource({ not, ...fields }: AccessSourceInput): AccessSource {
  const said = sourceFields(fields);
  return not === undefined ? said : { ...said, not: sourceFields(not) };
}

function sourceFields(input: Omit<AccessSourceInput, "not">): SourceFields {
  return {
    services: set(input.services),
    namespaces: set(input.namespaces),
    principals: set(input.principals),
    ipBlocks: set(input.ipBlocks),
    remoteIpBlocks: set(input.remoteIpBlocks),
  };
}

/** A method of gRPC is a POST to its path. */
export function normalizeOperation(input: OperationInput): readonly Operation[] {
  const { hosts, ports, methods, paths, grpc } = input;
  const common = { hosts: set(hosts), ports: [...new Set(ports)].sort((a, b) => a - b) };
  if (grpc === undefined) {
    return [{ ...common, methods: set(methods), paths: (paths ?? []).map(textMatch) }];
  }
  return [{ ...common, methods: ["POST"], paths: grpc.map(grpcPath) }];
}

function grpcPath(method: string): TextMatch {
  if (!method.endsWith("/*")) return { kind: "exact", value: `/${method}` };
  return { kind: "prefix", value: `/${method.slice(0, -1)}` };
}

function textMatch(input: TextMatchInput): TextMatch {
  if (typeof input === "string") return { kind: "exact", value: input };
  if ("exact" in input) return { kind: "exact", value: input.exact };
  return { kind: "prefix", value: input.prefix };
}

function set<Value extends string>(values: readonly Value[] | undefined): readonly Value[] {
  return [...new Set(values)].sort();
}

import { isIP } from "node:net";
import { z } from "zod";
import type { AccessConditionDefinition } from "../access-definition.ts";
import { accessDefaults, methods, protectiveActions } from "../vocabulary.ts";
import { anyText, list, map, oneOf, strict, text, wholeNumber } from "./field.ts";
import { textFormats } from "./text-format.ts";

/** Texts of these proxies' rules have `*` as a wildcard and `{}` as a template: here they would be neither. */
const textError = "text without *, { and }";
const plainText = anyText(textError).regex(/^[^*{}]+$/, { error: textError });
const textMatch = z.union(
  [plainText, strict({ exact: plainText }), strict({ prefix: plainText })],
  { error: 'text (exact), {"exact": text} or {"prefix": text}' },
);
const pathError = "a path that starts with /, without *, { and }";
const pathText = anyText(pathError).regex(/^\/[^*{}]*$/, { error: pathError });
const pathMatch = z.union([pathText, strict({ exact: pathText }), strict({ prefix: pathText })], {
  error: 'a path (exact), {"exact": path} or {"prefix": path}',
});

const some = { error: "at least one; leave it out for any" };
const listOf = <Item extends z.ZodType>(item: Item, allowed: string): z.ZodArray<Item> =>
  list(item, allowed).min(1, some);

const operation = {
  methods: listOf(oneOf(methods), "a list of methods").optional(),
  paths: listOf(pathMatch, "a list of paths").optional(),
  grpc: listOf(text(textFormats.grpcOperation), "a list of gRPC methods").optional(),
};

/** A gRPC method is a path, and always a POST. */
function isOneKind(given: {
  readonly methods?: unknown;
  readonly paths?: unknown;
  readonly grpc?: unknown;
}): boolean {
  return given.grpc === undefined || (given.methods === undefined && given.paths === undefined);
}
const oneKind = { error: "either grpc, or methods and paths" };
const saysSomething = { error: "at least one key" };

/** One operation of a call. */
export const operationSchema = strict(operation)
  .refine(isOneKind, oneKind)
  .refine((given) => Object.keys(given).length > 0, saysSomething);

const accessOperation = strict({
  ...operation,
  hosts: listOf(text(textFormats.gatewayHost), "a list of DNS names").optional(),
  ports: listOf(wholeNumber(1, 65_535), "a list of ports").optional(),
})
  .refine(isOneKind, oneKind)
  .refine((given) => Object.keys(given).length > 0, saysSomething);

const blockError = "an IP address, or a block such as 10.0.0.0/8";
const ipBlock = z.string({ error: blockError }).refine(isBlock, { error: blockError });
const blocks = listOf(ipBlock, "a list of IP blocks").optional();

const sourceFields = {
  services: listOf(text(textFormats.name), "a list of services").optional(),
  namespaces: listOf(text(textFormats.version), "a list of namespaces").optional(),
  principals: listOf(text(textFormats.principal), "a list of SPIFFE identities").optional(),
  ipBlocks: blocks,
  remoteIpBlocks: blocks,
};
const source = strict({
  ...sourceFields,
  not: strict(sourceFields)
    .refine((given) => Object.keys(given).length > 0, saysSomething)
    .optional(),
}).refine((given) => Object.keys(given).length > 0, saysSomething);

const headers = map(textFormats.headerName, listOf(textMatch, "a list of values"));

const condition = strict({
  headers: headers.optional(),
  token: text(textFormats.name).optional(),
  claims: map(textFormats.claim, listOf(textMatch, "a list of values")).optional(),
}).refine(({ token, claims }) => token !== undefined || claims === undefined, {
  path: ["token"],
  error: "claims of the token of a provider",
  params: { got: "claims without a token", fix: "add token with the name of the provider" },
});
// The refinement says what the written type says, which TypeScript cannot derive from it.
const when = condition as unknown as z.ZodType<
  z.output<typeof condition>,
  AccessConditionDefinition
>;

const rule = strict({
  action: oneOf(protectiveActions),
  provider: text(textFormats.secret).optional(),
  services: listOf(text(textFormats.name), "a list of services").optional(),
  gateways: listOf(text(textFormats.name), "a list of gateways").optional(),
  from: listOf(source, "a list of sources").optional(),
  to: listOf(accessOperation, "a list of operations").optional(),
  when: when.optional(),
})
  .refine(({ services, gateways }) => services !== undefined || gateways !== undefined, {
    error: "services or gateways, to say what the rule protects",
  })
  .refine(({ action, provider }) => (action === "custom") === (provider !== undefined), {
    error: "a provider exactly where the action is custom",
  });

/** Who may call what, as its author writes it. */
export const accessSchema = strict({
  default: oneOf(accessDefaults).optional(),
  rules: map(textFormats.name, rule).optional(),
});

export type AccessInput = z.output<typeof accessSchema>;
export type AccessRuleInput = z.output<typeof rule>;
export type AccessSourceInput = z.output<typeof source>;
export type OperationInput = z.output<typeof accessOperation>;
export type TextMatchInput = z.output<typeof textMatch>;

function isBlock(given: string): boolean {
  const [address = "", bits, ...more] = given.split("/");
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
  );
}

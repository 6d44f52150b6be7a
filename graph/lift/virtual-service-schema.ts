import { z } from "zod";
import { fieldsOf, listOf, mapOf } from "../../model/schema/as-written.ts";
import { wholeNumber } from "./whole-number.ts";

const stringMatch = fieldsOf({
  exact: z.string().optional(),
  prefix: z.string().optional(),
  regex: z.string().optional(),
}).nullish();

const match = fieldsOf({
  uri: stringMatch,
  method: stringMatch,
  authority: stringMatch,
  headers: mapOf(stringMatch).nullish(),
  withoutHeaders: mapOf(stringMatch).nullish(),
  queryParams: mapOf(stringMatch).nullish(),
  sourceLabels: mapOf(z.string().optional()).nullish(),
  sourceNamespace: z.string().nullish(),
}).optional();

const destination = fieldsOf({
  destination: fieldsOf({
    host: z.string().optional(),
    subset: z.string().nullish(),
    port: fieldsOf({ number: wholeNumber.optional() }).nullish(),
  }).optional(),
  weight: wholeNumber.nullish(),
}).optional();

const rule = fieldsOf({
  name: z.string().nullish(),
  match: listOf(match).nullish(),
  route: listOf(destination).nullish(),
  timeout: z.string().nullish(),
  retries: fieldsOf({
    attempts: wholeNumber.nullish(),
    perTryTimeout: z.string().nullish(),
    retryOn: z.string().nullish(),
    backoff: z.string().nullish(),
    retryIgnorePreviousHosts: z.boolean().nullish(),
    retryRemoteLocalities: z.boolean().nullish(),
  }).nullish(),
}).optional();

/** The parts of a VirtualService that the graph holds; everything else is let through. */
export const virtualService = fieldsOf({
  spec: fieldsOf({
    hosts: listOf(z.string().optional()).nullish(),
    gateways: listOf(z.string().optional()).nullish(),
    http: listOf(rule).nullish(),
    tcp: listOf(rule).nullish(),
    tls: listOf(rule).nullish(),
  }).prefault({}),
});

export type RuleObject = NonNullable<z.output<typeof rule>>;
export type MatchObject = NonNullable<z.output<typeof match>>;
export type StringMatchObject = z.output<typeof stringMatch>;

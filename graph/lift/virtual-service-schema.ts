import { z } from "zod";
import { wholeNumber } from "./whole-number.ts";

const stringMatch = z
  .looseObject({
    exact: z.string().optional(),
    prefix: z.string().optional(),
    regex: z.string().optional(),
  })
  .nullish();

const match = z
  .looseObject({
    uri: stringMatch,
    method: stringMatch,
    authority: stringMatch,
    headers: z.record(z.string(), stringMatch).nullish(),
    withoutHeaders: z.record(z.string(), stringMatch).nullish(),
    queryParams: z.record(z.string(), stringMatch).nullish(),
    sourceLabels: z.record(z.string(), z.string().optional()).nullish(),
    sourceNamespace: z.string().nullish(),
  })
  .optional();

const destination = z
  .looseObject({
    destination: z
      .looseObject({
        host: z.string().optional(),
        subset: z.string().nullish(),
        port: z.looseObject({ number: wholeNumber.optional() }).nullish(),
      })
      .optional(),
    weight: wholeNumber.nullish(),
  })
  .optional();

const rule = z
  .looseObject({
    name: z.string().nullish(),
    match: z.array(match).nullish(),
    route: z.array(destination).nullish(),
    timeout: z.string().nullish(),
    retries: z
      .looseObject({
        attempts: wholeNumber.nullish(),
        perTryTimeout: z.string().nullish(),
        retryOn: z.string().nullish(),
        backoff: z.string().nullish(),
        retryIgnorePreviousHosts: z.boolean().nullish(),
        retryRemoteLocalities: z.boolean().nullish(),
      })
      .nullish(),
  })
  .optional();

/** The parts of a VirtualService that the graph holds; everything else is let through. */
export const virtualService = z.looseObject({
  spec: z
    .looseObject({
      hosts: z.array(z.string().optional()).nullish(),
      gateways: z.array(z.string().optional()).nullish(),
      http: z.array(rule).nullish(),
      tcp: z.array(rule).nullish(),
      tls: z.array(rule).nullish(),
    })
    .prefault({}),
});

export type RuleObject = NonNullable<z.output<typeof rule>>;
export type MatchObject = NonNullable<z.output<typeof match>>;
export type StringMatchObject = z.output<typeof stringMatch>;

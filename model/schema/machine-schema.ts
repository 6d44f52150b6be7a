import { isIP } from "node:net";
import { z } from "zod";
import { duration, map, strict, text, wholeNumber } from "./field.ts";
import { textFormats } from "./text-format.ts";

const pathError = "a path, such as /healthz";
const addressError = "an IP address, such as 192.0.2.1";

const port = wholeNumber(1, 65_535);

const place = {
  network: text(textFormats.version).optional(),
  locality: text(textFormats.place).optional(),
};

/** An instance outside Kubernetes, as its author writes it. */
export const machineSchema = strict({
  address: z
    .string({ error: addressError })
    .refine((address) => isIP(address) !== 0, { error: addressError }),
  version: text(textFormats.version).optional(),
  ports: map(textFormats.portName, port).optional(),
  weight: wholeNumber(1, 1000).optional(),
  ...place,
});

/** Machines that register themselves, and what says that one is ready. */
export const machineGroupSchema = strict({
  ...place,
  ready: strict({
    path: z
      .string({ error: pathError })
      .regex(/^\/\S*$/, { error: pathError })
      .optional(),
    port: port.optional(),
    interval: duration()
      .refine((time) => time % 1000 === 0, { error: "whole seconds", params: { code: "HED1010" } })
      .optional(),
    failures: wholeNumber(1, 100).optional(),
  }).optional(),
});

export type MachineInput = z.output<typeof machineSchema>;
export type MachineGroupInput = z.output<typeof machineGroupSchema>;

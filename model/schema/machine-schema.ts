import { isIP } from "node:net";
import { z } from "zod";
import { strict, text, wholeNumber } from "./field.ts";
import { textFormats } from "./text-format.ts";

const addressError = "an IP address, such as 192.0.2.1";

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
  weight: wholeNumber(1, 1000).optional(),
  ...place,
});

/** Machines that register themselves. */
export const machineGroupSchema = strict(place);

export type MachineInput = z.output<typeof machineSchema>;
export type MachineGroupInput = z.output<typeof machineGroupSchema>;

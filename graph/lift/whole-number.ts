import { z } from "zod";

/** A number as the JSON form of Protobuf has it: Istio also takes the text of one, such as `weight: "10"`. */
export const wholeNumber = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
]);

import { alphaAnnotation } from "./alpha-annotation.ts";
import { deprecatedAnnotation } from "./deprecated-annotation.ts";
import { invalidAnnotation } from "./invalid-annotation.ts";
import { labelAndAnnotation } from "./label-and-annotation.ts";
import { misplacedAnnotation } from "./misplaced-annotation.ts";
import { unknownAnnotation } from "./unknown-annotation.ts";
import type { Rule } from "../rule.ts";

/** The rules of `annotations/`. */
export const annotationsRules: readonly Rule[] = [
  alphaAnnotation,
  deprecatedAnnotation,
  invalidAnnotation,
  labelAndAnnotation,
  misplacedAnnotation,
  unknownAnnotation,
];

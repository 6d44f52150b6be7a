import { alphaAnnotationDoc } from "./alpha-annotation.doc.ts";
import { deprecatedAnnotationDoc } from "./deprecated-annotation.doc.ts";
import { invalidAnnotationDoc } from "./invalid-annotation.doc.ts";
import { labelAndAnnotationDoc } from "./label-and-annotation.doc.ts";
import { misplacedAnnotationDoc } from "./misplaced-annotation.doc.ts";
import { unknownAnnotationDoc } from "./unknown-annotation.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `annotations/`, by id. */
export const annotationsDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["annotations/alpha-annotation", alphaAnnotationDoc],
  ["annotations/deprecated-annotation", deprecatedAnnotationDoc],
  ["annotations/invalid-annotation", invalidAnnotationDoc],
  ["annotations/label-and-annotation", labelAndAnnotationDoc],
  ["annotations/misplaced-annotation", misplacedAnnotationDoc],
  ["annotations/unknown-annotation", unknownAnnotationDoc],
];

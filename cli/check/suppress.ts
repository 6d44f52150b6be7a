import type { Diagnostic, Resource } from "../../diagnostics/index.ts";
import type { KubernetesObject } from "../../graph/index.ts";
import { findComments } from "./find-comments.ts";
import { idsOfFinding, matchIds, type IdMatcher } from "./match-id.ts";
import { isProblem, parseSuppression } from "./suppression.ts";

/** Where suppressions are written. */
export interface SuppressionSources {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly objects: readonly KubernetesObject[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Whether a pattern is one of a rule that there is. */
  readonly isKnown: (pattern: string) => boolean;
}

export interface Suppressions {
  readonly covers: (finding: Diagnostic) => boolean;
  /** What is wrong with the suppressions themselves. */
  readonly problems: readonly Diagnostic[];
}

const annotation = "heddle.dev/ignore";
/** What `istioctl analyze` reads; it says no reason and holds for its own codes. */
const istioAnnotation = "galley.istio.io/analyze-suppress";

/** Reads every suppression of the input: comments of files and annotations of objects. */
export function readSuppressions(sources: SuppressionSources): Suppressions {
  const problems: Diagnostic[] = [];
  const read = (text: string, where: Place): IdMatcher | undefined => {
    const parsed = parseSuppression(text, sources.today);
    if (isProblem(parsed)) {
      problems.push(toDiagnostic(parsed, where));
      return undefined;
    }
    for (const id of parsed.ids.filter((each) => !sources.isKnown(each))) {
      const message = `${JSON.stringify(id)} is no known rule`;
      problems.push(toDiagnostic({ message, fix: "correct the id, or remove it" }, where));
    }
    return matchIds(parsed.ids);
  };
  const byComment = readComments(sources, read);
  const byAnnotation = readAnnotations(sources, read);
  return {
    problems,
    covers: (finding) => {
      const ids = idsOfFinding(finding);
      return byComment(finding, ids) || byAnnotation(finding, ids);
    },
  };
}

type Place = Pick<Diagnostic, "path" | "position" | "resource">;
type Reader = (text: string, where: Place) => IdMatcher | undefined;
type Coverage = (finding: Diagnostic, ids: readonly string[]) => boolean;

function readComments({ files }: SuppressionSources, read: Reader): Coverage {
  const byFile = new Map(
    files.map(({ name, text }) => {
      const comments = findComments(text).flatMap((each) => {
        const position = { file: name, line: each.line, column: 1 };
        const matches = read(each.text, { path: [], position });
        return matches === undefined ? [] : [{ ...each, matches }];
      });
      return [name, comments] as const;
    }),
  );
  return ({ position }, ids) =>
    position !== undefined &&
    (byFile.get(position.file) ?? []).some(
      ({ from, to, matches }) => position.line >= from && position.line <= to && matches(ids),
    );
}

function readAnnotations({ objects }: SuppressionSources, read: Reader): Coverage {
  const byObject = new Map<string, IdMatcher[]>();
  for (const object of objects) {
    const path = ["metadata", "annotations", annotation];
    const own = (object.annotations[annotation] ?? "").split(/[;\n]/).filter((each) => each.trim());
    const istio = object.annotations[istioAnnotation];
    if (own.length === 0 && istio === undefined) continue;
    const { position, object: resource } = object.origin(path);
    const where = {
      path,
      ...(position === undefined ? {} : { position }),
      ...(resource === undefined ? {} : { resource }),
    };
    const matchers = own
      .map((text) => read(text.trim(), where))
      .filter((each) => each !== undefined);
    if (istio !== undefined) matchers.push(istioMatcher(istio));
    if (resource !== undefined) byObject.set(keyOf(resource), matchers);
  }
  return ({ resource }, ids) =>
    resource !== undefined && (byObject.get(keyOf(resource)) ?? []).some((matches) => matches(ids));
}

function istioMatcher(value: string): IdMatcher {
  const codes = value.split(",").map((code) => code.trim());
  return (ids) =>
    ids.some((id) => id.startsWith("IST") && (codes.includes("*") || codes.includes(id)));
}

function keyOf({ kind, namespace = "", name }: Resource): string {
  return `${kind} ${namespace}/${name}`;
}

function toDiagnostic(
  { message, fix }: { readonly message: string; readonly fix: string },
  where: Place,
): Diagnostic {
  return {
    code: "HED1015",
    severity: "warning",
    message: `suppression: ${message}`,
    fix,
    ...where,
  };
}

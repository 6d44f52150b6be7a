import { codes, printPath, type Diagnostic, type Severity } from "../../diagnostics/index.ts";
import { everyRule } from "../../rules/every-rule.ts";
import type { CheckResult } from "./check-result.ts";
import { packageVersion } from "../package-version.ts";

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** SARIF 2.1.0, for code scanning. What could not be decided is a result of the kind `open`. */
export function toSarif({ findings, unknown }: CheckResult): string {
  const used = [...new Set([...findings, ...unknown].map(({ code }) => code))].sort();
  const index = new Map(used.map((code, at) => [code, at] as const));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "heddle",
            version: packageVersion(),
            rules: used.map(ruleOf),
          },
        },
        columnKind: "utf16CodeUnits",
        results: [...findings, ...unknown].map((each) => ({
          ...resultOf(each),
          ruleIndex: index.get(each.code),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(code: Diagnostic["code"]) {
  const rule = everyRule.find((each) => each.code === code);
  const text = rule?.summary ?? codes[code];
  return {
    id: code,
    ...(rule === undefined ? {} : { name: rule.id }),
    shortDescription: { text },
    defaultConfiguration: { level: levels[rule?.severity ?? "error"] },
    properties: { tags: rule?.covers ?? [] },
  };
}

function resultOf(finding: Diagnostic) {
  const { code, severity, message, fix, undecided, resource, position } = finding;
  const logical = resource && {
    kind: "object",
    name: resource.name,
    fullyQualifiedName: [resource.kind, resource.namespace, resource.name]
      .filter(Boolean)
      .join("/"),
  };
  const location = {
    ...(position === undefined ? {} : { physicalLocation: physical(position) }),
    ...(logical === undefined ? {} : { logicalLocations: [logical] }),
  };
  return {
    ruleId: code,
    kind: undecided === true ? "open" : "fail",
    level: undecided === true ? "none" : levels[severity],
    message: { text: fix === undefined ? message : `${message}; ${fix}` },
    ...(Object.keys(location).length === 0 ? {} : { locations: [location] }),
    partialFingerprints: { "heddle/v1": fingerprint(finding) },
  };
}

function physical({ file, line, column }: NonNullable<Diagnostic["position"]>) {
  const uri = file.split("/").map(encodeURIComponent).join("/");
  return {
    artifactLocation: { uri: file.startsWith("/") ? `file://${uri}` : uri },
    region: { startLine: line, startColumn: column },
  };
}

/** Tells a finding again after its line has moved. */
function fingerprint({ code, resource, path, message }: Diagnostic): string {
  const { kind = "", namespace = "", name = "" } = resource ?? {};
  return `${code}/${kind}/${namespace}/${name}/${printPath(path)}/${message}`;
}

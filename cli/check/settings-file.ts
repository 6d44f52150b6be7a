import { dirname, resolve } from "node:path";
import { z } from "zod";
import { severities, type Report } from "../../diagnostics/index.ts";
import { readText } from "../../source/read-text.ts";
import { readYaml } from "../../source/read-yaml.ts";

const list = z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional();
const schema = z.strictObject({
  select: list,
  ignore: list,
  severity: z.enum(severities).optional(),
  rules: z.record(z.string(), z.enum([...severities, "off"])).optional(),
  baseline: z.string().optional(),
  meshConfig: z.string().optional(),
  context: list,
});

/** What `heddle.check.yaml` says. Paths are already made absolute: they count from the file. */
export type SettingsFile = z.output<typeof schema>;

/** Reads a settings file; `undefined` with findings where it is wrong. */
export function readSettingsFile(file: string, report: Report): SettingsFile | undefined {
  const text = readText(file, report);
  if (text === undefined) return undefined;
  if (/^(?:\s*(?:#.*)?\n)*\s*(?:#.*)?$/.test(text)) return {};
  const source = readYaml(file, text, report);
  if (source === undefined) return undefined;
  const { data, error } = schema.safeParse(source.value, { reportInput: true });
  for (const issue of error?.issues ?? []) {
    const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
    report.add({
      code: "HED1016",
      severity: "error",
      path,
      message: `${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`,
      fix: `allowed keys: ${Object.keys(schema.shape).join(", ")}; see docs/check.md`,
      position: source.locate(path).position,
    });
  }
  if (data === undefined) return undefined;
  const at = (path: string): string => resolve(dirname(file), path);
  return {
    ...data,
    ...(data.baseline === undefined ? {} : { baseline: at(data.baseline) }),
    ...(data.meshConfig === undefined ? {} : { meshConfig: at(data.meshConfig) }),
    ...(data.context === undefined ? {} : { context: data.context.map(at) }),
  };
}

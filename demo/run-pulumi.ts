import { join } from "node:path";
import type { EngineEvent, Stack } from "@pulumi/pulumi/automation/index.js";

const packs = [join(import.meta.dirname, "..", "policies", "baseline")];

/** What came of a `pulumi up` or `pulumi preview`. */
export interface PulumiRun {
  readonly ok: boolean;
  /** Resources by what happened to them: `{ create: 46 }`. */
  readonly changes: Readonly<Record<string, number>>;
  /** Messages of mandatory policies that were violated. */
  readonly violations: readonly string[];
  /** All that Pulumi printed. */
  readonly output: string;
}

/** Gets the name of each resource as it is finished. */
type OnStep = (text: string) => void;

/**
 * What `pulumi up` does: a preview, in which the policy gate sees the whole stack, and only when that passes the
 * deployment. (The Automation API's `up` alone leaves the preview out, and the gate would speak too late.) A refusal is
 * a result, not an exception.
 */
export async function pulumiUp(stack: Stack, onStep?: OnStep): Promise<PulumiRun> {
  const preview = await pulumiPreview(stack, onStep);
  return preview.ok ? run(stack, "up", onStep) : preview;
}

/** `pulumi preview` with the policy gate. */
export function pulumiPreview(stack: Stack, onStep?: OnStep): Promise<PulumiRun> {
  return run(stack, "preview", onStep);
}

async function run(
  stack: Stack,
  command: "up" | "preview",
  onStep: OnStep = () => undefined,
): Promise<PulumiRun> {
  const violations: string[] = [];
  const changes: Record<string, number> = {};
  let output = "";
  const options = {
    policyPacks: packs,
    color: "never" as const,
    onOutput: (text: string) => void (output += text),
    onError: (text: string) => void (output += text),
    onEvent: ({ policyEvent, resOutputsEvent, summaryEvent }: EngineEvent) => {
      if (policyEvent?.enforcementLevel === "mandatory") violations.push(policyEvent.message);
      if (resOutputsEvent) onStep(`${command}: ${printStep(resOutputsEvent.metadata)}`);
      if (summaryEvent) Object.assign(changes, summaryEvent.resourceChanges);
    },
  };
  try {
    await (command === "up" ? stack.up(options) : stack.preview(options));
    return { ok: true, changes, violations, output };
  } catch (error) {
    return { ok: false, changes, violations, output: `${output}${String(error)}` };
  }
}

function printStep({ op, urn }: { readonly op: string; readonly urn: string }): string {
  return `${op} ${urn.split("::").at(-1) ?? ""}`;
}

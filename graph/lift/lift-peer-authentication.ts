import { z } from "zod";
import { fieldsOf, mapOf } from "../../model/schema/as-written.ts";
import type { MtlsMode } from "../../model/vocabulary.ts";
import type { ReceiverModeNode } from "../graph.ts";
import { defineLifter, type LiftContext } from "./lifter.ts";

const mtls = fieldsOf({ mode: z.string().optional() }).nullish();

/** A PeerAuthentication: what receivers accept. Mode `UNSET` inherits and adds nothing of its own. */
export const liftPeerAuthentication = defineLifter({
  kinds: ["security.istio.io/PeerAuthentication"],
  places: [
    { path: ["spec", "mtls"], fact: "receiver-mode", missing: true },
    { path: ["spec", "portLevelMtls"], fact: "receiver-mode", missing: true },
    { path: ["spec", "selector"], fact: "receiver-mode", missing: true },
  ],
  schema: fieldsOf({
    spec: fieldsOf({
      selector: fieldsOf({ matchLabels: mapOf(z.string().optional()).nullish() }).nullish(),
      mtls,
      portLevelMtls: mapOf(mtls).nullish(),
    }).nullish(),
  }),
  lift({ spec }, context) {
    if (context.isUnresolved(["spec"])) return;
    const ports = Object.entries(spec?.portLevelMtls ?? {}).flatMap(([port, each]) => {
      const mode = readMode(each?.mode, ["spec", "portLevelMtls", port, "mode"], context);
      return mode === undefined ? [] : [[Number(port), mode] as const];
    });
    const mode = readMode(spec?.mtls?.mode, ["spec", "mtls", "mode"], context);
    if (mode === undefined) {
      if (ports.length > 0) {
        context.addPortModes({
          scope: scopeOf(spec?.selector?.matchLabels, context),
          ports: Object.fromEntries(ports),
          origin: context.origin(["spec", "portLevelMtls"]),
        });
      }
      return;
    }
    context.add("receiverModes", {
      scope: scopeOf(spec?.selector?.matchLabels, context),
      mode,
      ports: Object.fromEntries(ports),
      origin: context.origin(["spec", "mtls", "mode"]),
    });
  },
});

function scopeOf(
  matchLabels: Readonly<Record<string, string | undefined>> | null | undefined,
  { namespace, rootNamespace }: LiftContext,
): ReceiverModeNode["scope"] {
  const labels = Object.entries(matchLabels ?? {}).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  if (labels.length > 0) {
    return { kind: "workload", namespace, labels: Object.fromEntries(labels) };
  }
  return namespace === rootNamespace ? { kind: "mesh" } : { kind: "namespace", namespace };
}

const modes: Readonly<Record<string, MtlsMode>> = {
  STRICT: "strict",
  PERMISSIVE: "permissive",
  DISABLE: "disabled",
};

function readMode(
  text: string | undefined,
  path: readonly string[],
  context: LiftContext,
): MtlsMode | undefined {
  if (text === undefined || text === "UNSET") return undefined;
  const mode = modes[text];
  if (mode === undefined)
    context.leaveOut(
      path,
      `mode ${JSON.stringify(text)} is not one of UNSET, ${Object.keys(modes).join(", ")}`,
    );
  return mode;
}

import {
  peerAuthenticationSpec,
  peerAuthenticationType,
} from "../../graph/kinds/peer-authentication.ts";
import type { ReceiverModeNode } from "../../graph/graph.ts";
import { findObject, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { expiryAnnotation, expiryOf, type Expiry } from "../expiry-of.ts";
import type { Rule } from "../rule.ts";

/** Permissive mTLS is a step on the way to strict: it says when it ends, and has not ended. */
export const permissiveWithoutEnd: Rule = {
  id: "mtls/permissive-without-end",
  code: "HED4726",
  severity: "info",
  summary: "permissive mTLS says until when it is needed",
  covers: [],
  reads: ["objects", "receiverModes"],
  needs: [],
  check(graph, find) {
    for (const node of graph.receiverModes) {
      if (node.mode !== "permissive") continue;
      const end = endOf(graph, node);
      if (end.kind === "open") continue;
      find({
        outcome: "fail",
        origin: node.origin,
        message:
          end.kind === "over"
            ? `the mode is permissive, and was to be until ${end.day}`
            : "the mode is permissive, and nothing says until when: migrations without an end do not end",
        fix: `take mTLS only, or say the day: in the annotation "${expiryAnnotation}" of a PeerAuthentication, or where this finding is suppressed`,
      });
    }
  },
};

/** What the object that sets a mode says of its end; a mesh has no place for it. */
function endOf(graph: ObjectGraph, { origin }: ReceiverModeNode): Expiry {
  if (origin.object === undefined) return { kind: "none" };
  const { namespace = "default", name } = origin.object;
  const object = findObject(graph, peerAuthenticationType, namespace, name);
  // One that only sets ports has the mode from elsewhere.
  if (object === undefined || peerAuthenticationSpec(object)?.mtls?.mode === undefined) {
    return { kind: "open", day: "" };
  }
  return expiryOf(object, Date.now());
}

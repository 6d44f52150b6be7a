import { Document, visit } from "yaml";
import type { Manifest } from "../graph/index.ts";

/** Words that YAML 1.1, which Kubernetes still reads, takes for something other than text; some readers even `e0`. */
const words = /^(y|n|yes|no|on|off|true|false|null|e[-+]?\d+)$/i;
/** Lines of text that a block shows as they are. */
const lines = /^[!-~][\n -~]*\n$/;
/** Texts that are the same in every version of YAML: names, images, durations. */
const plain = /^(?:[a-z/][\w./:-]*|\d+(?:h|m|s|ms)(?:\d+(?:m|s|ms))*)$/i;

/**
 * Prints manifests as one YAML stream for `kubectl`. Text is quoted wherever YAML 1.1 or 1.2 would read anything else:
 * a header value `yes` stays text.
 */
export function renderManifests(manifests: readonly Manifest[]): string {
  return manifests.map(renderManifest).join("---\n");
}

function renderManifest(manifest: Manifest): string {
  // Two equal parts are written out twice: anchors would surprise both people and other tools.
  const document = new Document(manifest, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      const { value } = node;
      if (typeof value !== "string" || (plain.test(value) && !words.test(value))) return;
      // A file inside an object stays readable, unless YAML could not keep it as it is.
      if (lines.test(value) && !value.includes(" \n")) node.type = "BLOCK_LITERAL";
      else
        node.type = value.includes('"') && !value.includes("\n") ? "QUOTE_SINGLE" : "QUOTE_DOUBLE";
    },
  });
  return document.toString({ lineWidth: 0 });
}

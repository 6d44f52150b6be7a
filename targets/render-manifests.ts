import {
  DEFAULT_SCALAR_STYLE_RULES,
  dump,
  SCALAR_STYLE,
  type ScalarLayout,
  type ScalarStyle,
} from "js-yaml";
import type { Manifest } from "../graph/index.ts";

/** Words that YAML 1.1, which Kubernetes still reads, takes for something other than text; some readers even `e0`. */
const words = /^(y|n|yes|no|on|off|true|false|null|e[-+]?\d+)$/i;
/** Lines of text that a block shows as they are. */
const lines = /^[!-~][\n -~]*\n$/;
/** Texts that are the same in every version of YAML: names, images, durations. */
const plain = /^(?:[a-z/][\w./:-]*|\d+(?:h|m|s|ms)(?:\d+(?:m|s|ms))*)$/i;

const options = {
  // Two equal parts are written out twice: anchors would surprise both people and other tools.
  noRefs: true,
  lineWidth: -1,
  scalarStyleRules: [chooseStyle, DEFAULT_SCALAR_STYLE_RULES.fallbackToDoubleQuoted],
};

/**
 * Prints manifests as one YAML stream for `kubectl`. Text is quoted wherever YAML 1.1 or 1.2 would read anything else:
 * a header value `yes` stays text.
 */
export function renderManifests(manifests: readonly Manifest[]): string {
  return manifests.map((each) => dump(each, options)).join("---\n");
}

function chooseStyle(layout: ScalarLayout): void {
  if (layout.node.tag === "tag:yaml.org,2002:str") layout.style = styleOf(layout.node.value);
}

function styleOf(text: string): ScalarStyle {
  if (plain.test(text) && !words.test(text)) return SCALAR_STYLE.PLAIN;
  // A file inside an object stays readable, unless YAML could not keep it as it is.
  if (lines.test(text) && !text.includes(" \n")) return SCALAR_STYLE.LITERAL_BLOCK;
  return text.includes('"') && !text.includes("\n")
    ? SCALAR_STYLE.SINGLE_QUOTED
    : SCALAR_STYLE.DOUBLE_QUOTED;
}

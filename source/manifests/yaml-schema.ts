import { CORE_SCHEMA, defineScalarTag, mergeTag, NOT_RESOLVED, type LoadOptions } from "js-yaml";

const booleans: ReadonlyMap<string, boolean> = new Map([
  ...["true", "yes", "on"].flatMap((word) => cases(word).map((each) => [each, true] as const)),
  ...["false", "no", "off"].flatMap((word) => cases(word).map((each) => [each, false] as const)),
]);

function cases(word: string): readonly string[] {
  return [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)];
}

/** Kubernetes reads booleans of YAML 1.1: an unquoted `on` or `yes` is no text. */
const kubernetesBool = defineScalarTag<boolean>("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: Array.from("tTyYoOfFnN"),
  resolve: (source) => booleans.get(source) ?? NOT_RESOLVED,
  identify: () => false,
});

/**
 * How Kubernetes reads YAML: the core schema, merge keys, and the booleans of YAML 1.1. Nesting, aliases and merged keys
 * are limited.
 */
export const kubernetesYaml: LoadOptions = {
  schema: CORE_SCHEMA.withTags(kubernetesBool, mergeTag),
  maxDepth: 200,
  maxAliases: 10_000,
  maxTotalMergeKeys: 10_000,
};

import {
  CORE_SCHEMA,
  defineScalarTag,
  floatCoreTag,
  mergeTag,
  NOT_RESOLVED,
  type LoadOptions,
} from "js-yaml";

const booleans: ReadonlyMap<string, boolean> = new Map([
  ...["y", "true", "yes", "on"].flatMap((word) => cases(word).map((each) => [each, true] as const)),
  ...["n", "false", "no", "off"].flatMap((word) =>
    cases(word).map((each) => [each, false] as const),
  ),
]);

function cases(word: string): readonly string[] {
  return [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)];
}

/** An unquoted `on`, `yes` or `y` is no text. */
const kubernetesBool = defineScalarTag<boolean>("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: Array.from("tTyYoOfFnN"),
  resolve: (source) => booleans.get(source) ?? NOT_RESOLVED,
  identify: () => false,
});

const whole = /^([-+]?)(0x[\da-f]+|0b[01]+|0o?[0-7]+|0|[1-9]\d*)$/i;

/** `0x1f`, `0b11`, `0o17`, and also `017` with eight digits; `_` stands anywhere. */
const kubernetesInt = defineScalarTag<number>("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: Array.from("+-0123456789"),
  resolve: (source) => {
    const [, sign, digits] = whole.exec(withoutGaps(source)) ?? [];
    if (digits === undefined) return NOT_RESOLVED;
    const value = Number(/^0\d/.test(digits) ? `0o${digits}` : digits);
    return sign === "-" ? 0 - value : value;
  },
  identify: () => false,
});

const kubernetesFloat = defineScalarTag<number>("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: Array.from("+-.0123456789"),
  resolve: (source, isExplicit, tag) =>
    floatCoreTag.resolve(source.startsWith(".") ? source : withoutGaps(source), isExplicit, tag),
  identify: () => false,
});

function withoutGaps(source: string): string {
  return source.includes("_") ? source.replaceAll("_", "") : source;
}

/**
 * How Kubernetes reads YAML: what is no text without quotes is what its parser says
 * (https://github.com/yaml/go-yaml/blob/v2.4.0/resolve.go), which knows YAML 1.1 and some of 1.2. Nesting, aliases and
 * merged keys are limited.
 */
export const kubernetesYaml: LoadOptions = {
  schema: CORE_SCHEMA.withTags(kubernetesBool, kubernetesInt, kubernetesFloat, mergeTag),
  maxDepth: 200,
  maxAliases: 10_000,
  maxTotalMergeKeys: 10_000,
};

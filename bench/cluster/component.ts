/** Names of the long-running programs of a bench, in the order in which they depend on each other. */
export const componentNames = [
  "anchor",
  "relay",
  "containerd",
  "etcd",
  "kube-apiserver",
  "kube-controller-manager",
  "kube-scheduler",
  "kubelet",
  "kube-proxy",
] as const;

/** One of the long-running programs of a bench. */
export type ComponentName = (typeof componentNames)[number];

/** How to start one long-running program and how to see that it works. */
export interface Component {
  readonly name: ComponentName;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Configuration files, written (mode 0600) before the program starts; a change restarts it. */
  readonly files?: Readonly<Record<string, string>>;
  /** `bench`: runs in the bench's mount namespace, where the built-in host paths are its own. */
  readonly mounts: "bench" | "host";
}

/** Whether a text names a component. */
export function isComponentName(text: string): text is ComponentName {
  return componentNames.some((name) => name === text);
}

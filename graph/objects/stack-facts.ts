/** What Pulumi keeps of an object beside what the program asked for. */
export interface StackFacts {
  /** Whether it was read from the state of a stack, as it is, or at a preview, as it will be. */
  readonly from: "state" | "preview";
  readonly urn: string;
  /** Whether Pulumi refuses to delete it. */
  readonly protect: boolean;
  /** Whether it stays when Pulumi forgets it; undefined where nobody says: at a preview. */
  readonly retainOnDelete?: boolean;
  /** Whether a replacement is made after the old one is gone; undefined where nobody says: in a state. */
  readonly deleteBeforeReplace?: boolean;
  /** The provider that made it: another one is another cluster, or another way to the same one. */
  readonly provider?: string;
  /** URNs of the resources that are made before it, and deleted after it. */
  readonly dependencies: readonly string[];
}

/** A capability of Istio that the model has no word for yet. */
export interface NotYet {
  readonly what: string;
  /** Kind and field below `spec`. */
  readonly upstream: readonly string[];
}

/** What has to be written by hand until then, beside the mesh or through `transform`. In the order of the model. */
export const notYet: readonly NotYet[] = [
  {
    what: "instances of a host that no Kubernetes Service names",
    upstream: ["ServiceEntry workloadSelector"],
  },
];

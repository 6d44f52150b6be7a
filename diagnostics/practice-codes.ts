/** Codes of rules about good practice: what works, and will not in one of the cases that happen. */
export const practiceCodes = {
  HED4726: "permissive mTLS without an end",
  HED4727: "caller outside the mesh of a server that only takes mTLS",
  HED4728: "server that speaks first, in permissive mTLS",
  HED4729: "mesh that signs with an authority of its own making",
  HED4730: "namespace in which access is not closed by default",
  HED4731: "access for who is not declared to call",
  HED4732: "access rule for a path that is rewritten",
  HED4733: "gateway of the internet without access rules",
  HED4734: "header of a claim that clients can forge",
} as const;

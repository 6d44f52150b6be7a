/** Checks of istioctl and Kiali that no rule does, by their id, and why: whole sentences. */
export const notChecked: ReadonlyMap<string, string> = new Map([
  [
    "IST0001",
    "istioctl says so when one of its own analyzers breaks; no mesh can be wrong in this way. A rule of Heddle that breaks is reported as HED9001.",
  ],
  [
    "IST0141",
    "`istioctl x precheck` asks the cluster whether its user may create what an installation of Istio consists of. `heddle check` installs nothing and needs no such right; what its own account may not read is HED1067. Before an installation, `istioctl x precheck` or `kubectl auth can-i create` answer it.",
  ],
  [
    "IST0168",
    "istioctl has the message for changes of defaults whose effect it cannot see, and no version of it says it. What an upgrade breaks is found by `heddle check --against`: change/control-plane-jump (HED4718) and change/upgrade-with-filters (HED4880).",
  ],
  [
    "KIA0001",
    "Kiali says so of a field that it cannot verify. What a rule of Heddle cannot decide is listed as undecided, with the rule and the reason.",
  ],
  [
    "KIA1201",
    "Kiali describes it and has no code for it: addresses are missing in the WorkloadEntries of a ServiceEntry. Entries without any endpoint are service-entries/static-without-endpoints (HED4263).",
  ],
  [
    "KIA1317",
    "Kiali says at the workload what Heddle says at the policy, where it is put right: access/ambient-without-waypoint (HED4408, KIA0109).",
  ],
]);

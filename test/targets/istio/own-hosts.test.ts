import { expect, test } from "vitest";
import { ownHosts } from "../../../targets/istio/own-hosts.ts";

test.each([
  { hosts: ["a.example", "b.example"], named: ["a.example", "b.example"] },
  { hosts: ["*.a.example", "a.example"], named: ["*.a.example", "a.example"] },
  { hosts: ["*.a.example", "b.a.example", "c.b.a.example"], named: ["*.a.example"] },
  {
    hosts: ["*.a.example", "*.b.a.example", "*.ba.example"],
    named: ["*.a.example", "*.ba.example"],
  },
])("of $hosts a VirtualService names $named", ({ hosts, named }) => {
  expect(ownHosts(hosts)).toEqual(named);
});

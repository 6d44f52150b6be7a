import fc from "fast-check";
import { expect, test } from "vitest";
import { peerIdentity } from "../../bench/services/peer-identity.ts";

test("the identity is the URI of the last element, the direct peer", () => {
  const first =
    "By=spiffe://shop.example/ns/shop/sa/web;Hash=01;URI=spiffe://shop.example/ns/edge/sa/gateway";
  const last =
    'Hash=02;Subject="CN=a,O=\\"b;c\\"";URI=spiffe://shop.example/ns/shop/sa/web;DNS=web';
  expect(peerIdentity(`${first},${last}`)).toBe("spiffe://shop.example/ns/shop/sa/web");
  expect(peerIdentity(first)).toBe("spiffe://shop.example/ns/edge/sa/gateway");
});

test("no header, no identity", () => {
  expect(peerIdentity(undefined)).toBeUndefined();
  expect(peerIdentity("Hash=01;URI=")).toBeUndefined();
});

test("what a subject holds never becomes the identity", () => {
  fc.assert(
    fc.property(fc.string(), (subject) => {
      const quoted = subject.replaceAll(/["\\]/g, "\\$&");
      expect(peerIdentity(`Hash=1;Subject="${quoted}";URI=spiffe://a/b`)).toBe("spiffe://a/b");
    }),
  );
});

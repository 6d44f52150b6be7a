import { describe, expect, test } from "vitest";
import { celProblem } from "../../rules/schema/values/cel.ts";
import { durationNanoseconds } from "../../rules/schema/values/duration.ts";
import { headerValueProblem } from "../../rules/schema/values/header-value.ts";
import { subnetProblem } from "../../rules/schema/values/ip.ts";
import { regexProblem } from "../../rules/schema/values/re2.ts";
import { urlScheme } from "../../rules/schema/values/url.ts";

describe("values", () => {
  test.each([
    ["1.001s", 1_001_000_000],
    ["1h30m", 5_400_000_000_000],
    ["-3ms", -3_000_000],
    ["5", undefined],
    ["", undefined],
  ])("the duration %s", (text, expected) => {
    expect(durationNanoseconds(text)).toBe(expected);
  });

  test.each([
    ["(?i)cart-[0-9]+", true],
    ["(?P<name>a)\\pL\\Q(\\E[[:alpha:]]", true],
    ["a(?=b)", false],
    ["(a)\\1", false],
    ["a{1001}", false],
    ["(a", false],
    ["a**", false],
  ])("the regular expression %s", (text, sound) => {
    expect(regexProblem(text) === undefined).toBe(sound);
  });

  test.each([
    ["100%%", true],
    ["%REQ(x-a)% and %START_TIME%", true],
    ['%METADATA(["a", "b"])%', true],
    ["50%", false],
    ["%START_TIME%%", false],
  ])("the header value %s", (text, sound) => {
    expect(headerValueProblem(text) === undefined).toBe(sound);
  });

  test.each([
    ["response.code >= 400 && has(request.headers.x)", true],
    ["request.headers['a'] in ['b', 'c',] ? {'k': 1}.k == 1 : !connection.mtls", true],
    ["a b", false],
    ["(a", false],
    ["a &&", false],
    ["has(a)", false],
    ["a:b", false],
    ["a ? b", false],
    ["a ? (b ? c : d) : e", true],
  ])("the expression %s", (text, sound) => {
    expect(celProblem(text) === undefined).toBe(sound);
  });

  test.each([
    ["oci://registry.example/a:v1", "oci"],
    ["registry.example/a:v1", "http"],
    ["registry.example:80/a", "registry.example"],
    ["1.2.3.4:5000/a", "http"],
    ["HTTPS://a", "https"],
    ["/a%20b", ""],
    ["/a%2", undefined],
    ["[::1]:80/a", "http"],
    ["[::1", undefined],
    ["::1", undefined],
    ["a b", undefined],
    ["http://a b/x", "http"],
  ])("the scheme of the URL %s", (url, scheme) => {
    expect(urlScheme(url)).toBe(scheme);
  });

  test.each([
    ["10.0.0.0/8", true],
    ["2001:db8::1", true],
    ["2001:db8::/129", false],
    ["10.0.0/8", false],
    ["10.0.0.1/08", false],
  ])("the range %s", (text, sound) => {
    expect(subnetProblem(text) === undefined).toBe(sound);
  });
});

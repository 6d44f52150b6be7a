import { expect, test } from "vitest";
import { readSettings } from "../../bench/services/settings.ts";

test("HTTP has 8080 unless told otherwise, or another protocol has it", () => {
  expect(readSettings({}).httpPort).toBe(8080);
  expect(readSettings({ GRPC_PORT: "8080" }).httpPort).toBe(8081);
  expect(readSettings({ GRPC_PORT: "8080", HTTP_PORT: "9000" })).toMatchObject({
    httpPort: 9000,
    grpcPort: 8080,
    tcpPort: undefined,
  });
});

test("every wrong variable is named at once", () => {
  const read = () => readSettings({ HTTP_PORT: "eighty", LINGER_MS: "-1" });
  expect(read).toThrow(/HTTP_PORT/);
  expect(read).toThrow(/LINGER_MS/);
});

/**
 * A module for proxy-wasm (ABI 0.2.1) that adds one header to each answer, written byte by byte: no compiler is
 * needed for it. https://github.com/proxy-wasm/spec
 */
export function headerAddingModule(name: string, value: string): Buffer {
  const i32 = 0x7f;
  const one = [0x41, 1, 0x0b];
  const responseHeaders = 2;
  return Buffer.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [
      signature([], []),
      signature([i32], [i32]),
      signature([i32, i32], [i32]),
      signature([i32, i32, i32], [i32]),
      signature([i32, i32, i32, i32, i32], [i32]),
    ]),
    ...section(2, [[...text("env"), ...text("proxy_add_header_map_value"), 0x00, 4]]),
    ...section(3, [[0], [1], [2], [2], [3]]),
    ...section(5, [[0x00, 1]]),
    ...section(7, [
      [...text("memory"), 0x02, 0],
      [...text("proxy_abi_version_0_2_1"), 0x00, 1],
      [...text("proxy_on_memory_allocate"), 0x00, 2],
      [...text("proxy_on_vm_start"), 0x00, 3],
      [...text("proxy_on_configure"), 0x00, 4],
      [...text("proxy_on_response_headers"), 0x00, 5],
    ]),
    ...section(10, [
      body([0x0b]),
      body([...constant(2048), 0x0b]),
      body(one),
      body(one),
      body([
        ...[responseHeaders, 1024, name.length, 1280, value.length].flatMap(constant),
        ...[0x10, 0, 0x1a],
        ...constant(0),
        0x0b,
      ]),
    ]),
    ...section(11, [
      [0x00, ...constant(1024), 0x0b, ...text(name)],
      [0x00, ...constant(1280), 0x0b, ...text(value)],
    ]),
  ]);
}

function section(id: number, items: readonly (readonly number[])[]): number[] {
  const content = [...unsigned(items.length), ...items.flat()];
  return [id, ...unsigned(content.length), ...content];
}

function signature(parameters: readonly number[], results: readonly number[]): number[] {
  return [0x60, parameters.length, ...parameters, results.length, ...results];
}

function body(code: readonly number[]): number[] {
  return [...unsigned(code.length + 1), 0, ...code];
}

function constant(value: number): number[] {
  return [0x41, ...signed(value)];
}

function text(value: string): number[] {
  return [...unsigned(value.length), ...Buffer.from(value)];
}

/** Seven bits a byte, the last one without the eighth. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >> 7)];
}

/** The same, where the last byte's seventh bit is the sign. */
function signed(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}

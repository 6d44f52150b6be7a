import type { Duplex } from "node:stream";

/** One binary web socket frame of a server, RFC 6455 section 5.2. */
export function encodeFrame(payload: Buffer): Buffer {
  const { length } = payload;
  if (length < 126) return Buffer.concat([Buffer.of(0x82, length), payload]);
  const head = Buffer.alloc(10);
  head.writeUInt16BE(0x827f, 0);
  head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}

/** Reads a client's frames of up to 125 bytes, and its close, which it answers. */
export function readFrames(socket: Duplex, onPayload: (payload: Buffer) => void): void {
  let rest = Buffer.alloc(0);
  socket.on("data", (data: Buffer) => {
    rest = Buffer.concat([rest, data]);
    for (let frame = readFrame(rest); frame !== undefined; frame = readFrame(rest)) {
      rest = rest.subarray(frame.size);
      if (frame.opcode === 8) socket.end(Buffer.of(0x88, 0));
      else onPayload(frame.payload);
    }
  });
}

function readFrame(data: Buffer): { size: number; opcode: number; payload: Buffer } | undefined {
  const length = (data[1] ?? 0) & 0x7f;
  const size = 6 + length;
  if (data.length < size) return undefined;
  const mask = data.subarray(2, 6);
  const payload = Buffer.from(data.subarray(6, size).map((byte, at) => byte ^ (mask[at % 4] ?? 0)));
  return { size, opcode: (data[0] ?? 0) & 0x0f, payload };
}

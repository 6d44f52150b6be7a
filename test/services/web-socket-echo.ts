/**
 * A program that answers WebSockets on a port, without TLS: each message of a client comes back behind the path that was
 * asked for. Other requests get 426.
 */
export function webSocketEcho(port: number): string {
  return `
const { createHash } = require("node:crypto");
const server = require("node:http").createServer((_, answer) => answer.writeHead(426).end());
server.on("upgrade", ({ url, headers }, socket) => {
  const accept = createHash("sha1")
    .update(headers["sec-websocket-key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
    .digest("base64");
  socket.write(
    "HTTP/1.1 101 Switching Protocols\\r\\nupgrade: websocket\\r\\nconnection: upgrade\\r\\n" +
      "sec-websocket-accept: " + accept + "\\r\\n\\r\\n",
  );
  socket.on("error", () => socket.destroy()).on("data", (frame) => {
    const mask = frame.subarray(2, 6);
    const said = frame.subarray(6).map((byte, at) => byte ^ mask[at % 4]);
    const text = Buffer.concat([Buffer.from(url + " "), said]);
    socket.write(Buffer.concat([Buffer.of(0x81, text.length), text]));
  });
});
server.listen(${String(port)}, () => console.log("listening"));
`;
}
